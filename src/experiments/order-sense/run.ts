import type * as tf from '@tensorflow/tfjs';
import type { Bench, Run } from '../experiment.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { learnTogether } from '../maths/learn-together.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
import type { OrderTrace } from './chart.ts';
import { drawReaders, readerLosses, readSequences } from './readers.ts';
import { drawSequences, type Sequences } from './sequences.ts';
import type { OrderMeasure, Values } from './settings.ts';

const batch = 32;
const tested = 1000;
const rate = 0.02;

/** Trains the three readers on the same sequences and tests them on new ones. */
export function runOrderSense(values: Values, { seed, checkpoint }: Bench): Run<OrderMeasure, OrderTrace> {
  const { length, steps } = values;
  const initial = drawReaders(createRandom(seed, 'weights'), length);
  const training = createRandom(seed, 'training sequences');
  const test = drawSequences(createRandom(seed, 'test sequences'), tested, length);
  const accuracies = learnTogether(initial, adam(rate), ({ weights, descend }) => {
    for (let step = 0; step < steps; step++) {
      const sequences = drawSequences(training, batch, length);
      descend((readers) => readerLosses(readers, sequences));
      checkpoint();
    }
    return inScope(() => {
      const { bag, window, recurrent } = readSequences(weights(), test);
      return {
        bag: accuracy(bag, test),
        window: accuracy(window, test),
        recurrent: accuracy(recurrent, test),
      };
    });
  });
  const sizes = { windowWeights: size(initial.window), recurrentWeights: size(initial.recurrent) };
  return { measures: { ...accuracies, ...sizes }, trace: { values, accuracies } };
}

function accuracy(logits: tf.Tensor2D, { isAFirst }: Sequences): number {
  const right = logits.dataSync().filter((logit, at) => logit > 0 === (isAFirst[at] === 1));
  return right.length / isAFirst.length;
}

function size(weights: readonly InitialWeights[]): number {
  return weights.reduce((sum, { values }) => sum + values.length, 0);
}
