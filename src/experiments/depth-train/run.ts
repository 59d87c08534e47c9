import type { Bench, Run } from '../experiment.ts';
import { firstToLast, gradientNorms } from '../maths/gradient-norms.ts';
import { learn } from '../maths/learn.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
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
  return inScope(() => {
    const task = drawTask(seed);
    return learn(drawNetwork(network, seed), adam(rate), ({ weights, descend, readLosses }) => {
      const norms = gradientNorms(task.inputs, (inputs, watch) =>
        networkLoss(network, weights(), { ...task, inputs }, watch),
      );
      for (let step = 0; step < steps; step++) {
        descend((current) => networkLoss(network, current, task));
        checkpoint();
      }
      // The first of the norms is that of the inputs.
      return { network, losses: readLosses(), gradientRatio: firstToLast(norms.slice(1)) };
    });
  });
}
