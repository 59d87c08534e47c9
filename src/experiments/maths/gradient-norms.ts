import * as tf from '@tensorflow/tfjs';
import { inScope } from './scope.ts';

/** Marks a tensor as a hidden state whose gradient is wanted, and hands it on unchanged. */
export type Watch = <T extends tf.Tensor>(h: T) => T;

/**
 * ‖∂L/∂h‖ of a first state and of every state watched on the way to the loss, in that order; 0 where no gradient arrives.
 * `∂L/∂W` would hide what `∂L/∂h` shows: with ReLU and Xavier weights the activations shrink as fast as the gradients.
 * Sums in double precision and leaves no tensor behind.
 */
export function gradientNorms<T extends tf.Tensor>(
  first: T,
  lossFrom: (first: T, watch: Watch) => tf.Scalar,
): number[] {
  return inScope(() => {
    const states: tf.Tensor[] = [first];
    const watch: Watch = (h) => {
      states.push(h);
      return h;
    };
    // The tape looks at the list after the forward pass, so states may be added while it runs. Wrapping each in an
    // operation of its own, the other way to see its gradient, would cost three more per state.
    const { grads } = tf.engine().gradients(() => lossFrom(first, watch), states);
    return grads.map(norm);
  });
}

/** What is left of a gradient at the first state, as a multiple of the last state's. */
export function firstToLast(norms: readonly number[]): number {
  return (norms[0] ?? Number.NaN) / (norms.at(-1) ?? Number.NaN);
}

/** TensorFlow.js types a gradient that never arrived as if it had. */
function norm(gradient: tf.Tensor | null | undefined): number {
  return gradient == null ? 0 : Math.sqrt(squaredNorm(gradient.dataSync()));
}

/** ‖values‖², summed as doubles: squares of values below 1e-19 or above 1e19 do not fit float32. */
export function squaredNorm(values: ArrayLike<number>): number {
  const four = values.length - (values.length % 4);
  // Four sums side by side: in a single one every addition waits for the one before it.
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < four; at += 4) {
    const w = values[at] ?? 0;
    const x = values[at + 1] ?? 0;
    const y = values[at + 2] ?? 0;
    const z = values[at + 3] ?? 0;
    a += w * w;
    b += x * x;
    c += y * y;
    d += z * z;
  }
  for (let at = four; at < values.length; at++) a += (values[at] ?? 0) ** 2;
  return a + b + c + d;
}
