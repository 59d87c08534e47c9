import * as tf from '@tensorflow/tfjs';
import { convolve } from '../maths/convolution.ts';
import { withGradient } from '../maths/custom-gradient.ts';
import { applyDense, constantVector, drawDense, drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import type { Random } from '../maths/random.ts';
import { imageSide, turns } from '../maths/turned-letters.ts';

const pixels = imageSide ** 2;

/** A network that tells the turn of a letter: its weights, and the logits it makes of images, [images, pixels]. */
export interface Network {
  readonly draw: (random: Random) => readonly InitialWeights[];
  readonly apply: (weights: readonly tf.Tensor[], images: tf.Tensor2D) => tf.Tensor2D;
}

/** Two convolutions of 3 × 3 with 8 and 16 maps, the maximum of each map, and a linear layer: 1,316 parameters. */
export const cnn: Network = {
  draw: (random) => [
    drawKernel(random, 1, 8),
    constantVector(8),
    drawKernel(random, 8, 16),
    constantVector(16),
    drawMatrix(random, 'xavier', 16, turns),
    constantVector(turns),
  ],
  apply: ([kernel1, bias1, kernel2, bias2, matrix, bias], images) => {
    const [count] = images.shape;
    let maps: tf.Tensor = tf.reshape(images, [count, imageSide, imageSide, 1]);
    maps = convolution(maps, kernel1, bias1);
    maps = convolution(maps, kernel2, bias2);
    const everywhere = tf.reshape<tf.Rank.R3>(maps, [count, pixels, 16]);
    return applyDense([present(matrix), present(bias)], strongest(everywhere), tf.relu);
  },
};

/** One hidden layer of 64 units: 6,724 parameters. */
export const mlp: Network = {
  draw: (random) => drawDense(random, 'he', [pixels, 64, turns]),
  apply: (weights, images) => applyDense(weights, images, tf.relu),
};

const kernelSize = 3;

function drawKernel(random: Random, channels: number, maps: number): InitialWeights {
  const fanIn = kernelSize ** 2 * channels;
  const { values } = drawMatrix(random, 'he', fanIn, maps);
  return { values, shape: [kernelSize, kernelSize, channels, maps] };
}

function convolution(maps: tf.Tensor, kernel: tf.Tensor | undefined, bias: tf.Tensor | undefined): tf.Tensor {
  // The shapes are those of images and kernels; a list of weights cannot say so.
  const sums = convolve(maps as tf.Tensor4D, present(kernel) as tf.Tensor4D);
  return tf.relu(tf.add(sums, present(bias)));
}

/**
 * The largest value each map takes anywhere, of [images, places, maps]. Its gradient is that of `tf.max`, which compares
 * every value with the largest by `tf.equal`: broadcast, that takes wasm longer than both convolutions together.
 */
export function strongest(maps: tf.Tensor3D): tf.Tensor2D {
  return withGradient<tf.Tensor3D, tf.Tensor3D>(maps, (values) => {
    const value = tf.max<tf.Tensor3D>(values, 1, true);
    const gradient = (dy: tf.Tensor3D, [x = values, largest = value]: readonly tf.Tensor[]) =>
      tf.mul<tf.Tensor3D>(dy, tf.sub(1, tf.step(tf.sub(largest, x))));
    return { value, saved: [values, value], gradient };
  }).squeeze<tf.Tensor2D>([1]);
}

function present(weight: tf.Tensor | undefined): tf.Tensor {
  if (weight === undefined) throw new Error('the network has fewer weights than its layers need');
  return weight;
}
