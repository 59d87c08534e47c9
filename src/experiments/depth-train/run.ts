import type { Bench, Run } from '../experiment.ts';
import { firstToLast, squaredNorm } from '../maths/gradient-norms.ts';
import { plainAdam } from '../maths/plain/descent.ts';
import { createPlainLearner } from '../maths/plain/learner.ts';
import type { Variable } from '../maths/plain/tape.ts';
import { contrast } from './contrast.ts';
import { drawNetwork, drawTask, networkLoss } from './network.ts';
import type { Network, TrainMeasure, Values } from './settings.ts';

const rate = 3e-3;

/** How the network asked for learnt, and the one it is held against. */
export interface TrainTrace {
  readonly steps: number;
  readonly subject: Trained;
  readonly other: Trained;
}

/** Trains the network asked for and one to hold it against, on the same points. */
export function runDepthTrain(values: Values, bench: Bench): Run<TrainMeasure, TrainTrace> {
  const { steps, ...network } = values;
  const subject = trainNetwork(network, steps, bench);
  const other = trainNetwork(contrast(network), steps, bench);
  return {
    measures: {
      finalLoss: subject.losses.at(-1) ?? Number.NaN,
      otherLoss: other.losses.at(-1) ?? Number.NaN,
      gradientRatio: subject.gradientRatio,
      otherGradientRatio: other.gradientRatio,
    },
    trace: { steps, subject, other },
  };
}

/** How a network learnt. */
export interface Trained {
  readonly network: Network;
  /** Before every step. */
  readonly losses: readonly number[];
  /** ‖∂L/∂h‖ of the first hidden state over the last one's, before training. */
  readonly gradientRatio: number;
}

/** Trains a network on all points at once. Equal seeds give equal points. */
export function trainNetwork(network: Network, steps: number, { seed, checkpoint }: Bench): Trained {
  const task = drawTask(seed);
  const { weights, descend } = createPlainLearner(drawNetwork(network, seed), (size) =>
    plainAdam(size, rate),
  );
  const losses: number[] = [];
  let gradientRatio = Number.NaN;
  for (let step = 0; step < steps; step++) {
    const states: Variable[] = [];
    losses.push(descend((tape) => networkLoss(tape, network, weights, task, (h) => states.push(h))));
    // The slopes of the first step are those before training.
    if (step === 0) gradientRatio = firstToLast(states.map(({ slopes }) => Math.sqrt(squaredNorm(slopes))));
    checkpoint();
  }
  return { network, losses, gradientRatio };
}
