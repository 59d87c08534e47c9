import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from './activation-names.ts';
import { activate, drawSlopes, negativeSlopes } from './activations.ts';
import { type Layer, type Pass, unchanged } from './pass.ts';
import type { Random } from './random.ts';

/** λ and λα of SELU (Klambauer et al. 2017). */
const { SELU_SCALE: scale, SELU_SCALEALPHA: scaleAlpha } = tf.backend_util;

/**
 * A nonlinearity with its way back, which needs only the output: for all of them the slope is a function of it.
 * The randomised ReLU draws new slopes from `random` on every call.
 */
export function activation(name: ActivationName, random: Random): Layer {
  if (name === 'linear') return unchanged;
  if (name === 'rrelu') return (x) => randomisedRelu(x, random);
  const slopeAt = slopes[name];
  return (x) => {
    const y = activate(name, x, random);
    return { value: y, back: (dy) => tf.mul(dy, slopeAt(y)) };
  };
}

/** f′(x) from y = f(x). */
export const slopes: Readonly<
  Record<Exclude<ActivationName, 'linear' | 'rrelu'>, (y: tf.Tensor) => tf.Tensor>
> = {
  sigmoid: (y) => tf.mul(y, tf.sub(1, y)),
  tanh: (y) => tf.sub(1, tf.square(y)),
  relu: (y) => tf.step(y),
  'leaky-relu': (y) => tf.step(y, negativeSlopes['leaky-relu']),
  prelu: (y) => tf.step(y, negativeSlopes.prelu),
  // 1 above zero; eˣ = y + 1 below.
  elu: (y) => tf.add(tf.minimum(y, 0), 1),
  // λ above zero; λα·eˣ = y + λα below.
  selu: (y) => tf.add(tf.minimum(y, 0), tf.mul(tf.step(y, scaleAlpha / scale), scale)),
};

function randomisedRelu(x: tf.Tensor, random: Random): Pass {
  const below = drawSlopes(x, random);
  return {
    value: tf.prelu(x, below),
    back: (dy) => tf.mul(dy, tf.where(tf.greater(x, 0), tf.onesLike(x), below)),
  };
}
