import * as tf from '@tensorflow/tfjs';
import { squaredNorm } from './gradient-norms.ts';

/**
 * What a layer makes of its input, and the way back: from a loss's gradient at the value to its gradient at the input.
 * Written out where the tape of TensorFlow.js takes longer to keep than the arithmetic to do.
 */
export interface Pass<T extends tf.Tensor = tf.Tensor> {
  readonly value: T;
  readonly back: (dy: T) => T;
}

/** A layer that keeps the shape of its input, weights included; to be called in a scope, which frees what it makes. */
export type Layer<T extends tf.Tensor = tf.Tensor> = (x: T) => Pass<T>;

/** Hands on what it gets, both ways. */
export const unchanged = <T extends tf.Tensor>(x: T): Pass<T> => ({ value: x, back: (dy) => dy });

/**
 * x·W. Going back it takes the transposed copy, made here unless there is one: TensorFlow.js's wasm kernel multiplies
 * far slower with a transpose flag.
 */
export function times(weights: tf.Tensor2D, transposed: tf.Tensor2D = tf.transpose(weights)): Layer {
  return (x) => ({ value: tf.matMul(x, weights), back: (dy) => tf.matMul(dy, transposed) });
}

/** x times a number, which is made a tensor once: left to `tf.mul`, that costs as much as the product. */
export function scaledBy(factor: number): Layer {
  const scalar = tf.scalar(factor);
  return (x) => ({ value: tf.mul(x, scalar), back: (dy) => tf.mul(dy, scalar) });
}

/** One layer after another. */
export function inTurn<T extends tf.Tensor>(...layers: readonly Layer<T>[]): Layer<T> {
  return (x) => {
    const passes = passThrough(x, layers);
    return {
      value: passes.at(-1)?.value ?? x,
      back: (dy) => passes.reduceRight((gradient, { back }) => back(gradient), dy),
    };
  };
}

/** x + layer(x). */
export function withShortcut<T extends tf.Tensor>(layer: Layer<T>): Layer<T> {
  return (x) => {
    const branch = layer(x);
    return {
      value: tf.add<T>(x, branch.value),
      back: (dy) => tf.add<T>(dy, branch.back(dy)),
    };
  };
}

/** Every layer's pass, the first layer's first. */
export function passThrough<T extends tf.Tensor>(x: T, layers: readonly Layer<T>[]): Pass<T>[] {
  const passes: Pass<T>[] = [];
  let state = x;
  for (const layer of layers) {
    const pass = layer(state);
    passes.push(pass);
    state = pass.value;
  }
  return passes;
}

/** ‖∂L/∂h‖ of every layer's value, in the layers' order, from the gradient at the last. Sums in double precision. */
export function normsBack<T extends tf.Tensor>(passes: readonly Pass<T>[], last: T): number[] {
  const gradients = [last];
  // Nobody asks for the gradient at the inputs, which the first layer would give.
  for (const { back } of passes.slice(1).reverse()) gradients.push(back(gradients.at(-1) ?? last));
  // Read when all are computed: a backend may work on while nobody waits for a number.
  return gradients.reverse().map((each) => Math.sqrt(squaredNorm(each.dataSync<'float32'>())));
}
