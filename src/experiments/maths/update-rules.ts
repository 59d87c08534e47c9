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

/** Shortens the gradient of all weights together to `maxNorm` before the rule sees it (Pascanu et al. 2013, Alg. 1). */
export function clippedByNorm(rule: UpdateRule, maxNorm: number): UpdateRule {
  return (gradient, memory, step) => {
    const scale = tf.minimum(tf.div(maxNorm, tf.norm(gradient)), 1);
    return rule(tf.mul(gradient, scale), memory, step);
  };
}

/** Cuts every entry of the gradient to `bound` in size before the rule sees it, which turns the gradient (Mikolov 2012, §3.2.2). */
export function clippedByValue(rule: UpdateRule, bound: number): UpdateRule {
  return (gradient, memory, step) => rule(tf.clipByValue(gradient, -bound, bound), memory, step);
}
