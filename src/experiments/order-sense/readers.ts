import * as tf from '@tensorflow/tfjs';
import { applyDense, constantVector, drawDense, drawMatrix } from '../maths/dense.ts';
import type { NetworksOf } from '../maths/learn-together.ts';
import { binaryCrossEntropy } from '../maths/losses.ts';
import type { Random } from '../maths/random.ts';
import { projectSteps, rnnStep } from '../maths/recurrent.ts';
import { asBag, asWindow, type Sequences, stepByStep, symbols } from './sequences.ts';
import type { ReaderName } from './settings.ts';

/** Hidden units of every reader. */
const units = 16;

/** Weights of three networks that read sequences of one length. */
export function drawReaders(random: Random, length: number) {
  return {
    bag: drawDense(random, 'he', [symbols, units, 1]),
    window: drawDense(random, 'he', [length * symbols, units, 1]),
    recurrent: [
      drawMatrix(random, 'xavier', symbols, units),
      constantVector(units),
      drawMatrix(random, 'orthogonal', units, units),
      ...drawDense(random, 'xavier', [units, 1]),
    ],
  } as const;
}

/** Their tensors. */
export type Readers = NetworksOf<ReturnType<typeof drawReaders>>;

/** A logit per sequence from each reader, above 0 for "A came first". */
export function readSequences(
  readers: Readers,
  sequences: Sequences,
): Readonly<Record<ReaderName, tf.Tensor2D>> {
  const { count, length } = sequences;
  return {
    bag: applyDense(readers.bag, tf.tensor2d(asBag(sequences), [count, symbols]), tf.relu),
    window: applyDense(readers.window, tf.tensor2d(asWindow(sequences), [count, length * symbols]), tf.relu),
    recurrent: readStepByStep(readers.recurrent, sequences),
  };
}

/** Only the state after the last step is read. */
function readStepByStep(
  [inputWeights, bias, recurrent, ...output]: Readers['recurrent'],
  sequences: Sequences,
): tf.Tensor2D {
  const { count, length } = sequences;
  const inputs = tf.tensor2d(stepByStep(sequences), [length * count, symbols]);
  const start: tf.Tensor2D = tf.zeros([count, units]);
  const last = projectSteps(inputs, length, inputWeights, bias).reduce(
    (h, step) => rnnStep(step, h, recurrent, tf.tanh),
    start,
  );
  return applyDense(output, last, tf.relu);
}

/** Mean cross-entropy of each reader. */
export function readerLosses(
  readers: Readers,
  sequences: Sequences,
): Readonly<Record<ReaderName, tf.Scalar>> {
  const labels = tf.tensor2d(sequences.isAFirst, [sequences.count, 1]);
  const { bag, window, recurrent } = readSequences(readers, sequences);
  return {
    bag: binaryCrossEntropy(bag, labels),
    window: binaryCrossEntropy(window, labels),
    recurrent: binaryCrossEntropy(recurrent, labels),
  };
}
