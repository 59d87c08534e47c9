import type { Bench, Run } from '../experiment.ts';
import { createRandom, type Random } from '../maths/random.ts';
import { drawProducts, measureUnit } from './activation.ts';
import type { DropoutTrace } from './chart.ts';
import {
  drawRegression,
  featureCount,
  leastSquares,
  maskedGradient,
  type Regression,
  relativeDistance,
  ridge,
} from './regression.ts';
import type { DropoutMeasure, Values } from './settings.ts';
import { trainWithDropout, trainWithNoisyGradient } from './train.ts';

/** Rates the picture of a unit shows beside the one asked for. */
const shownRates = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** Trains with dropout and with the same noise on the gradient, and looks at a single unit. */
export function runDropoutNoise(
  { rate, view }: Values,
  { seed, checkpoint }: Bench,
): Run<DropoutMeasure, DropoutTrace> {
  const regression = drawRegression(seed);
  const [penalised, plain] = [ridge(regression, rate), leastSquares(regression)];
  const distances = (weights: Float64Array) => ({
    toRidge: relativeDistance(weights, penalised),
    toLeastSquares: relativeDistance(weights, plain),
  });
  const dropped = distances(trainWithDropout(regression, rate, createRandom(seed, 'masks'), checkpoint));
  const noisy = distances(trainWithNoisyGradient(regression, rate, createRandom(seed, 'noise'), checkpoint));

  const products = drawProducts(createRandom(seed, 'unit'));
  const rates = [...new Set([...(view === 'activation' ? shownRates : []), rate])].sort((a, b) => a - b);
  const units = rates.map((each) => {
    checkpoint();
    return measureUnit(products, each, createRandom(seed, `masks of ${each}`));
  });
  const unit = units.find((each) => each.rate === rate);
  if (unit === undefined) throw new Error(`no unit was measured at rate ${rate}`);
  return {
    measures: {
      ...dropped,
      noisyToRidge: noisy.toRidge,
      noisyToLeastSquares: noisy.toLeastSquares,
      meanShift: unit.meanShift,
      varianceRatio: unit.variance / unit.predicted,
      gradientSnr: signalToNoise(regression, rate, createRandom(seed, 'gradients')),
    },
    trace: { rate, view, dropped, noisy, units },
  };
}

const gradientMasks = 60;
const batch = 32;

/** ‖mean‖ of the gradient of a mini-batch over its deviation, over masks, before the first step. */
function signalToNoise(regression: Regression, rate: number, random: Random): number {
  const start = new Float64Array(featureCount);
  const gradients = Array.from({ length: gradientMasks }, () =>
    maskedGradient(regression, start, rate, random, batch),
  );
  let [signal, noise] = [0, 0];
  for (let j = 0; j < featureCount; j++) {
    const values = gradients.map((gradient) => gradient[j] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / gradientMasks;
    signal += mean ** 2;
    noise += values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / gradientMasks;
  }
  return Math.sqrt(signal / noise);
}
