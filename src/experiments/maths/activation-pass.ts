import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from './activation-names.ts';
import { activate, drawSlopes, negativeSlopes } from './activations.ts';
import { type Layer, type Pass, unchanged } from './pass.ts';
import type { Random } from './random.ts';

/** λ and λα of SELU (Klambauer et al. 2017). */
const { SELU_SCALE: scale, SELU_SCALEALPHA: scaleAlpha } = tf.backend_util;

/**
 * A nonlinearity with its way back, which needs the output and, for ReLU, the input.
 * The randomised ReLU draws new slopes from `random` on every call.
 */
export function activation(name: ActivationName, random: Random): Layer {
  if (name === 'linear') return unchanged;
  if (name === 'rrelu') return (x) => randomisedRelu(x, random);
  const backThrough = backBy[name];
  return (x) => {
    const y = activate(name, x, random);
    return { value: y, back: (dy) => backThrough(dy, y, x) };
  };
}

/**
 * dy · f′(x), from y = f(x) and, for ReLU, x. Written so that no number has to become a tensor first where that can be had: it costs as
 * much as an operation.
 */
export const backBy = {
  sigmoid: <T extends tf.Tensor>(dy: T, y: T): T => {
    const scaled = tf.mul<T>(dy, y);
    return tf.sub(scaled, tf.mul(scaled, y));
  },
  tanh: <T extends tf.Tensor>(dy: T, y: T): T => tf.sub(dy, tf.mul(dy, tf.square(y))),
  // From x: wasm's ReLU makes 0 of NaN, and a sum that overflowed must not pass for a unit that is off.
  relu: <T extends tf.Tensor>(dy: T, _: T, x: T): T => tf.mul(dy, tf.step(x)),
  'leaky-relu': <T extends tf.Tensor>(dy: T, y: T): T => tf.mul(dy, tf.step(y, negativeSlopes['leaky-relu'])),
  prelu: <T extends tf.Tensor>(dy: T, y: T): T => tf.mul(dy, tf.step(y, negativeSlopes.prelu)),
  // 1 above zero; eˣ = y + 1 below.
  elu: <T extends tf.Tensor>(dy: T, y: T): T => tf.mul(dy, tf.add(tf.minimum(y, 0), 1)),
  // λ above zero; λα·eˣ = y + λα below.
  selu: <T extends tf.Tensor>(dy: T, y: T): T =>
    tf.mul(dy, tf.add(tf.minimum(y, 0), tf.mul(tf.step(y, scaleAlpha / scale), scale))),
} as const;

function randomisedRelu(x: tf.Tensor, random: Random): Pass {
  const below = drawSlopes(x, random);
  return {
    value: tf.prelu(x, below),
    back: (dy) => tf.mul(dy, tf.where(tf.greater(x, 0), tf.onesLike(x), below)),
  };
}
