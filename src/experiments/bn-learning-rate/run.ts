import type { Bench, Run } from '../experiment.ts';
import { plainSgd } from '../maths/plain/descent.ts';
import { createPlainLearner } from '../maths/plain/learner.ts';
import type { NormTrace } from './chart.ts';
import { type Invariance, measureInvariance } from './invariance.ts';
import { drawBatches, drawNetwork, type Network, networkLoss } from './network.ts';
import { diverged, type NormMeasure, rates, type Values } from './settings.ts';

/** Trains the network with and without batch normalisation at every rate, and scales the weights of one layer. */
export function runLearningRate(values: Values, bench: Bench): Run<NormMeasure, NormTrace> {
  const { activation, steps, picture } = values;
  const invariance = measureInvariance(bench.seed);
  const lossesOf = (isNormalised: boolean) =>
    rates.map((rate) => finalLoss({ activation, isNormalised }, rate, steps, bench));
  const [plain, normalised] = [lossesOf(false), lossesOf(true)];
  const atOne = rates.indexOf(1);
  return {
    measures: {
      normalisedAtOne: storable(normalised[atOne]),
      plainAtOne: storable(plain[atOne]),
      normalisedBest: Math.min(...normalised.map(storable)),
      plainBest: Math.min(...plain.map(storable)),
      ...errorsOf(invariance),
    },
    trace: { activation, steps, picture, plain, normalised, layers: invariance.layers },
  };
}

/** Steps whose losses are averaged at the end. */
const last = 16;

/** The loss at the end of a training; not finite where it diverged. */
export function finalLoss(
  network: Network,
  rate: number,
  steps: number,
  { seed, checkpoint }: Bench,
): number {
  const batches = drawBatches(seed);
  const { weights, descend } = createPlainLearner(drawNetwork(network, seed), () => plainSgd(rate));
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const batch = batches[step % batches.length];
    if (batch !== undefined) losses.push(descend((tape) => networkLoss(tape, network, weights, batch)));
    checkpoint();
  }
  const end = losses.slice(-last);
  return end.reduce((sum, loss) => sum + loss, 0) / end.length;
}

function errorsOf({ layers, batchMean, batchVariance }: Invariance) {
  return {
    outputChange: Math.max(...layers.map(({ outputChange }) => outputChange)),
    gradientError: Math.max(...layers.map(({ scale, gradientRatio }) => Math.abs(gradientRatio * scale - 1))),
    batchMean,
    batchVariance,
  };
}

/** The loss, or where training diverged the number that stands for it. */
function storable(loss = Number.NaN): number {
  return Number.isNaN(loss) ? diverged : Math.min(loss, diverged);
}
