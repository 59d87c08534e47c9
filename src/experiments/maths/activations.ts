import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from './activation-names.ts';
import type { Random } from './random.ts';

/** Slope bounds of the randomised ReLU in training (Xu et al. 2015). */
const rreluSlopes = { low: 1 / 8, high: 1 / 3 } as const;
/** Slopes below zero; PReLU's is its initial one (He et al. 2015). */
export const negativeSlopes = { 'leaky-relu': 0.01, prelu: 0.25 } as const;

/** Applies a nonlinearity element by element; only the randomised ReLU draws from `random`, new slopes on every call. */
export function activate(name: ActivationName, x: tf.Tensor, random: Random): tf.Tensor {
  switch (name) {
    case 'linear':
      return x;
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tf.tanh(x);
    case 'relu':
      return tf.relu(x);
    case 'leaky-relu':
    case 'prelu':
      return tf.leakyRelu(x, negativeSlopes[name]);
    case 'rrelu':
      return tf.prelu(x, drawSlopes(x, random));
    case 'elu':
      return tf.elu(x);
    case 'selu':
      return tf.selu(x);
  }
}

/** The randomised ReLU's slopes below zero, one for every element of `x`. */
export function drawSlopes(x: tf.Tensor, random: Random): tf.Tensor {
  const { low, high } = rreluSlopes;
  const slopes = new Float32Array(x.size);
  for (let i = 0; i < slopes.length; i++) slopes[i] = low + (high - low) * random.uniform();
  return tf.tensor(slopes, x.shape);
}
