import * as tf from '@tensorflow/tfjs';
import { activate } from '../maths/activations.ts';
import { constantVector, drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { crossEntropy, oneHot } from '../maths/losses.ts';
import { createRandom } from '../maths/random.ts';
import { scaledBatchNorm } from '../maths/scaled-batch-norm.ts';
import type { Values } from './settings.ts';

const [features, width, classes] = [16, 32, 4];
/** Units of the eight layers, the input first. */
const units = [features, ...Array.from({ length: 7 }, () => width), classes];
/** Examples in all, and in a step. */
const [examples, batch] = [512, 64];

/** A network of eight layers, with batch normalisation or without. */
export interface Network extends Pick<Values, 'activation'> {
  readonly isNormalised: boolean;
}

/** Mini-batches of inputs with their labels, to be gone through in turn. */
export type Batches = readonly { readonly inputs: tf.Tensor2D; readonly labels: tf.Tensor2D }[];

/** Standard normal inputs, labelled by a random network with one hidden layer; tensors of the scope it is called in. */
export function drawBatches(seed: number): Batches {
  const random = createRandom(seed, 'task');
  const inputs = tf.tensor2d(random.normals(examples * features), [examples, features]);
  const hidden = tf.tensor2d(random.normals(features * width, 2 / Math.sqrt(features)), [features, width]);
  const outputs = tf.tensor2d(random.normals(width * classes), [width, classes]);
  const says = tf.argMax(tf.matMul(tf.tanh(tf.matMul(inputs, hidden)), outputs), 1).dataSync();
  const labels = oneHot(says, classes);
  return Array.from({ length: examples / batch }, (_, index) => ({
    inputs: tf.slice(inputs, [index * batch, 0], [batch, features]),
    labels: tf.slice(labels, [index * batch, 0], [batch, classes]),
  }));
}

/**
 * Matrix and bias of every layer; where batch normalisation follows, its γ and β instead of the bias, which it would
 * take away again.
 */
export function drawNetwork({ activation, isNormalised }: Network, seed: number): InitialWeights[] {
  const random = createRandom(seed, 'weights');
  return units.slice(1).flatMap((fanOut, layer) => {
    const isLast = layer === units.length - 2;
    const init = isLast || activation === 'sigmoid' ? 'xavier' : 'he';
    const matrix = drawMatrix(random, init, units[layer] ?? 0, fanOut);
    return isNormalised && !isLast
      ? [matrix, constantVector(fanOut, 1), constantVector(fanOut)]
      : [matrix, constantVector(fanOut)];
  });
}

/** Mean cross-entropy of a mini-batch. */
export function networkLoss(
  { activation, isNormalised }: Network,
  weights: readonly tf.Tensor[],
  { inputs, labels }: Batches[number],
): tf.Scalar {
  const random = createRandom(0, 'unused');
  let place = 0;
  const next = () => weights[place++] ?? missing();
  let h: tf.Tensor = inputs;
  for (let layer = 1; layer < units.length - 1; layer++) {
    const sums = tf.matMul(h, next());
    h = activate(
      activation,
      isNormalised ? scaledBatchNorm(sums, next(), next()) : tf.add(sums, next()),
      random,
    );
  }
  // Rows times a matrix are rows again.
  return crossEntropy(tf.add(tf.matMul(h, next()), next()) as tf.Tensor2D, labels);
}

function missing(): never {
  throw new Error('the network has fewer weights than its layers need');
}
