import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from './activation-names.ts';
import type { Random } from './random.ts';

/** Slope bounds of the randomised ReLU in training (Xu et al. 2015). */
const rreluSlopes = { low: 1 / 8, high: 1 / 3 } as const;

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
      return tf.leakyRelu(x, 0.01);
    // At its initial slope (He et al. 2015).
    case 'prelu':
      return tf.leakyRelu(x, 0.25);
    case 'rrelu':
      return tf.prelu(x, tf.tensor(drawSlopes(x.size, random), x.shape));
    case 'elu':
      return tf.elu(x);
    case 'selu':
      return tf.selu(x);
  }
}

function drawSlopes(count: number, random: Random): Float32Array {
  const { low, high } = rreluSlopes;
  const slopes = new Float32Array(count);
  for (let i = 0; i < count; i++) slopes[i] = low + (high - low) * random.uniform();
  return slopes;
}
