import * as tf from '@tensorflow/tfjs';
import { drawWeights, type Init } from './initialise.ts';
import type { InitialWeights } from './learn.ts';
import type { Random } from './random.ts';

/** A weight matrix of `fanIn` rows. */
export function drawMatrix(random: Random, init: Init, fanIn: number, fanOut: number): InitialWeights {
  return { values: drawWeights(random, init, fanIn, fanOut), shape: [fanIn, fanOut] };
}

/** A vector of one value, such as a bias. */
export function constantVector(size: number, value = 0): InitialWeights {
  return { values: new Float32Array(size).fill(value), shape: [size] };
}

/** Weights of fully connected layers with these numbers of units: matrix and bias of each, in turn. */
export function drawDense(random: Random, init: Init, units: readonly number[]): InitialWeights[] {
  return units.slice(1).flatMap((fanOut, layer) => {
    const fanIn = units[layer] ?? 0;
    return [drawMatrix(random, init, fanIn, fanOut), constantVector(fanOut)];
  });
}

/** What fully connected layers make of rows of inputs: activated between the layers, linear at the end. */
export function applyDense(
  weights: readonly tf.Tensor[],
  inputs: tf.Tensor2D,
  activation: (x: tf.Tensor) => tf.Tensor,
): tf.Tensor2D {
  let sums: tf.Tensor = inputs;
  for (let place = 0; place < weights.length; place += 2) {
    const [matrix, bias] = weights.slice(place, place + 2);
    if (matrix === undefined || bias === undefined) throw new Error('a layer needs a matrix and a bias');
    sums = tf.add(tf.matMul(place === 0 ? sums : activation(sums), matrix), bias);
  }
  // Rows times a matrix are rows again.
  return sums as tf.Tensor2D;
}
