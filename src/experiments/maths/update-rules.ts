import * as tf from '@tensorflow/tfjs';

/**
 * How weights follow their gradient. Sees all weights as one vector; `memory` is what it returned the last time,
 * empty at the first step. `step` counts from 1.
 */
export type UpdateRule = (gradient: tf.Tensor1D, memory: readonly tf.Tensor1D[], step: number) => Update;

/** What a rule decides: the move to add to the weights, and what to remember. */
export interface Update {
  readonly move: tf.Tensor1D;
  readonly memory: readonly tf.Tensor1D[];
}

/** Plain gradient descent. */
export function sgd(rate: number): UpdateRule {
  return (gradient) => ({ move: tf.mul(gradient, -rate), memory: [] });
}

/** Kingma & Ba 2015, Alg. 1, with their β₁, β₂ and ε. */
export function adam(rate: number): UpdateRule {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  return (gradient, [mean, square], step) => {
    const newMean = mixed(mean, gradient, beta1);
    const newSquare = mixed(square, tf.square(gradient), beta2);
    const scale = (-rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    // Bias correction moved out of the root leaves ε at its place only if it is scaled along.
    const root = tf.add(tf.sqrt(newSquare), epsilon * Math.sqrt(1 - beta2 ** step));
    return { move: tf.mul(tf.div(newMean, root), scale), memory: [newMean, newSquare] };
  };
}

/** β · old + (1 − β) · new, from zero. */
function mixed(old: tf.Tensor1D | undefined, fresh: tf.Tensor1D, beta: number): tf.Tensor1D {
  const share = tf.mul<tf.Tensor1D>(fresh, 1 - beta);
  return old === undefined ? share : tf.add(tf.mul(old, beta), share);
}
