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

/** A matrix whose rows are put in that order, so that permuted pixels meet the weights they met before. */
export function permuteRows({ values, shape }: InitialWeights, order: Int32Array): InitialWeights {
  const columns = values.length / order.length;
  const permuted = values.map((_, at) => {
    const row = Math.floor(at / columns);
    return values[(order[row] ?? 0) * columns + (at % columns)] ?? 0;
  });
  return { values: permuted, shape };
}

/** Largest difference between convolving a shifted image and shifting the convolved one, borders left out. */
export function measureShift(seed: number): number {
  return inScope(() => {
    const random = createRandom(seed, 'shift');
    const image = tf.tensor4d(random.normals(imageSide ** 2), [1, imageSide, imageSide, 1]);
    const kernel = tf.tensor4d(random.normals(9 * 8), [3, 3, 1, 8]);
    const shifted = tf.pad(tf.slice(image, [0, 0, 0, 0], [-1, imageSide - 1, -1, -1]), [[0, 0], [1, 0], [0, 0], [0, 0]]);
    // A row in from the border the zeros beyond it play no part.
    const inner = [1, imageSide - 4, imageSide - 2, 8] as const;
    const before = tf.slice(convolve(image, kernel), [0, 1, 1, 0], [...inner]);
    const after = tf.slice(convolve(shifted, kernel), [0, 2, 1, 0], [...inner]);
    return tf.max(tf.abs(tf.sub(before, after))).dataSync()[0] ?? Number.NaN;
  });
}
