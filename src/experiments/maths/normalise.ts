import * as tf from '@tensorflow/tfjs';
import { type Differentiable, withGradient } from './custom-gradient.ts';
import type { Layer, Pass } from './pass.ts';

/** Keeps a constant column from dividing by zero; the value most libraries use. */
const epsilon = 1e-5;

/** Batch normalisation without γ and β: every column to mean 0, variance 1 over the batch (Ioffe & Szegedy 2015, Alg. 1). */
export function batchNorm<T extends tf.Tensor>(x: T): T {
  return withGradient(x, (input) => standardise(input, 0));
}

/** Layer normalisation without gain and bias: every row to mean 0, variance 1 (Ba, Kiros & Hinton 2016). */
export function layerNorm<T extends tf.Tensor>(x: T): T {
  return withGradient(x, (input) => standardise(input, 1));
}

/** Batch normalisation with its way back. */
export const batchNormPass: Layer = (x) => passOf(standardise(x, 0));

/** Layer normalisation with its way back. */
export const layerNormPass: Layer = (x) => passOf(standardise(x, 1));

function passOf({ value, saved, gradient }: Differentiable<tf.Tensor, tf.Tensor>): Pass {
  return { value, back: (dy) => gradient(dy, saved) };
}

/**
 * Mean 0, variance 1 along an axis. The gradient goes through mean and variance as well, in closed form:
 * `dx = (dy − mean(dy) − y · mean(dy · y)) / σ`; left to the tape it takes three times as many operations.
 */
function standardise<T extends tf.Tensor>(x: T, axis: 0 | 1): Differentiable<T, T> {
  const centred = tf.sub(x, tf.mean(x, axis, true));
  const inverseDeviation = tf.rsqrt(tf.add(tf.mean(tf.square(centred), axis, true), epsilon));
  const y: T = tf.mul(centred, inverseDeviation);
  return {
    value: y,
    saved: [y, inverseDeviation],
    gradient: (dy, [output = y, scale = inverseDeviation]) => {
      const along = tf.mul(output, tf.mean(tf.mul(dy, output), axis, true));
      return tf.mul(tf.sub(tf.sub(dy, tf.mean(dy, axis, true)), along), scale);
    },
  };
}
