import * as tf from '@tensorflow/tfjs';
import { convolve } from '../maths/convolution.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { imageSide } from '../maths/turned-letters.ts';

/** The same images with their pixels in another order, the same for all: pixel `order[i]` comes to place i. */
export function permutePixels(pixels: Float32Array, order: Int32Array): Float32Array {
  return pixels.map((_, at) => {
    const place = at % order.length;
    return pixels[at - place + (order[place] ?? 0)] ?? 0;
  });
}

/** Weights whose first matrix has its rows in that order, so that permuted pixels meet the weights they met before. */
export function permuteInputs(weights: readonly InitialWeights[], order: Int32Array): InitialWeights[] {
  return weights.map(({ values, shape }, place) => {
    if (place > 0) return { values, shape };
    const columns = values.length / order.length;
    const rows = [...order].map((row) => values.subarray(row * columns, (row + 1) * columns));
    return { values: Float32Array.from(rows.flatMap((row) => [...row])), shape };
  });
}

/** Largest difference between convolving a shifted image and shifting the convolved one, borders left out. */
export function measureShift(seed: number): number {
  return inScope(() => {
    const random = createRandom(seed, 'shift');
    const image = tf.tensor4d(random.normals(imageSide ** 2), [1, imageSide, imageSide, 1]);
    const kernel = tf.tensor4d(random.normals(9 * 8), [3, 3, 1, 8]);
    const shifted = tf.pad(tf.slice(image, [0, 0, 0, 0], [-1, imageSide - 1, -1, -1]), [
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    // A row in from the border the zeros beyond it play no part.
    const inner = [1, imageSide - 4, imageSide - 2, 8] as const;
    const before = tf.slice(convolve(image, kernel), [0, 1, 1, 0], [...inner]);
    const after = tf.slice(convolve(shifted, kernel), [0, 2, 1, 0], [...inner]);
    return tf.max(tf.abs(tf.sub(before, after))).dataSync()[0] ?? Number.NaN;
  });
}
