import * as tf from '@tensorflow/tfjs';
import { activate } from '../maths/activations.ts';
import { drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { createRandom, type Random } from '../maths/random.ts';
import type { UnitName } from './settings.ts';

/** Hidden units of a network, and of its input; there is one output. */
export const hidden = 32;
export const inputs = 4;
/** Points to learn from. */
const points = 128;

/** A regression task with its variance, the error of the best constant. */
export interface Task {
  readonly inputs: tf.Tensor2D;
  readonly targets: tf.Tensor2D;
  readonly variance: number;
}

/** A target of which a linear network can learn about an eighth. */
function target([a = 0, b = 0, c = 0, d = 0]: ArrayLike<number> & Iterable<number>): number {
  return 0.7 * Math.sin(2 * a) + 0.5 * b * c + 0.2 * d;
}

/** The points and their targets; its tensors belong to the scope it is called in. */
export function drawTask(seed: number): Task {
  const values = createRandom(seed, 'task').normals(points * inputs);
  const targets = Float32Array.from({ length: points }, (_, row) =>
    target(values.subarray(row * inputs, (row + 1) * inputs)),
  );
  const mean = targets.reduce((sum, y) => sum + y, 0) / points;
  const variance = targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / points;
  return {
    inputs: tf.tensor2d(values, [points, inputs]),
    targets: tf.tensor2d(targets, [points, 1]),
    variance,
  };
}

/** Weights of networks side by side, equal to begin with: hidden and its bias, outgoing and its bias. */
export function drawNetworks(count: number, bias: number, seed: number) {
  const random = createRandom(seed, 'weights');
  const matrix = drawMatrix(random, 'he', inputs, hidden);
  const outgoing = drawMatrix(random, 'he', hidden, 1).values;
  return [
    { values: repeatRows(matrix.values, hidden, count), shape: [inputs, count * hidden] },
    { values: new Float32Array(count * hidden).fill(bias), shape: [count * hidden] },
    { values: repeatRows(outgoing, hidden, count), shape: [count, hidden] },
    { values: new Float32Array(count), shape: [count] },
  ] as const satisfies readonly InitialWeights[];
}

/** Every row of a matrix `count` times side by side. */
function repeatRows(matrix: Float32Array, columns: number, count: number): Float32Array {
  const repeated = new Float32Array(matrix.length * count);
  for (let at = 0; at < matrix.length; at += columns) {
    const row = matrix.subarray(at, at + columns);
    for (let copy = 0; copy < count; copy++) repeated.set(row, at * count + copy * columns);
  }
  return repeated;
}

/** The weights of networks side by side, as they learn. */
export type Networks = readonly [matrix: tf.Tensor, bias: tf.Tensor, outgoing: tf.Tensor, offset: tf.Tensor];

/** What goes into the hidden units of all networks, [points, networks · hidden]. */
export function hiddenSums(x: tf.Tensor2D, [matrix, bias]: Networks): tf.Tensor2D {
  return tf.add(tf.matMul<tf.Tensor2D>(x, matrix), bias);
}

/** Mean squared error of every network over the variance of the target. */
export function relativeErrors(
  names: readonly UnitName[],
  { inputs: x, targets, variance }: Task,
  weights: Networks,
  slopes: Random,
): tf.Tensor1D {
  const [, , outgoing, offset] = weights;
  const sums = tf.split(hiddenSums(x, weights), names.length, 1);
  const states = tf.stack(
    sums.map((each, index) => activate(names[index] ?? 'relu', each, slopes)),
    1,
  );
  const outputs = tf.add(tf.sum(tf.mul(states, outgoing), 2), offset);
  return tf.mul(tf.mean<tf.Tensor1D>(tf.square(tf.sub(outputs, targets)), 0), 1 / variance);
}
