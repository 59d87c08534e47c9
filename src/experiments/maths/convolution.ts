import * as tf from '@tensorflow/tfjs';
import type { Layer } from './pass.ts';

/**
 * Convolution with stride 1 of images [batch, height, width, channels] with a kernel [size, size, channels, maps] of odd
 * size; `same` pads with zeros so that the image keeps its size.
 */
export function convolve(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  padding: 'same' | 'valid' = 'same',
): tf.Tensor4D {
  return tf.conv2d(x, kernel, 1, padding);
}

/** {@link convolve} with its way back to the images, padding `same`. */
export function convolutionBy(kernel: tf.Tensor4D): Layer<tf.Tensor4D> {
  return (x) => ({
    value: convolve(x, kernel),
    back: (dy) => imageGradient(dy, kernel, (kernel.shape[0] - 1) / 2),
  });
}

/**
 * Replaces the gradient of `conv2d` with stride 1 and a square kernel of odd size by convolutions: wasm has fast ones
 * (XNNPACK) but no kernel for the gradient of the filter, and the usual detour over patches and `matMul` takes about ten
 * times as long. Lazy, so a gradient that nobody asked for costs nothing.
 */
export function useFastConvolutionGradient(): void {
  const original = tf.getGradient('Conv2D');
  tf.unregisterGradient('Conv2D');
  tf.registerGradient({
    ...original,
    gradFunc: (dy, saved, attributes) => {
      const pad = padOf(saved[1], attributes);
      if (pad === undefined) return original.gradFunc(dy, saved, attributes);
      // What conv2d saves are its images and its kernel; both have four axes, and so has what it gives.
      const [images, kernel] = saved as [tf.Tensor4D, tf.Tensor4D];
      return {
        x: () => imageGradient(dy as tf.Tensor4D, kernel, pad),
        filter: () => kernelGradient(dy as tf.Tensor4D, images, pad),
      };
    },
  });
}

/** Zeros on each side of the images; undefined for convolutions of another kind than {@link convolve} makes. */
function padOf(kernel: tf.Tensor | undefined, { strides, dilations, pad, dataFormat }: tf.NamedAttrMap) {
  const [height = 0, width = 0] = kernel?.shape ?? [];
  const isPlain = [strides, dilations].every((steps) => String(steps) === '1' || String(steps) === '1,1');
  if (!isPlain || dataFormat !== 'NHWC' || height !== width || height % 2 === 0) return undefined;
  return { same: (height - 1) / 2, valid: 0 }[String(pad)];
}

/** Every output pixel sends its gradient back through the kernel turned by 180°. */
function imageGradient(dy: tf.Tensor4D, kernel: tf.Tensor4D, pad: number): tf.Tensor4D {
  const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
  return padAndConvolve(dy, turned, kernel.shape[0] - 1 - pad);
}

/** Every weight sums image × gradient over batch and places: the gradient as a kernel, with the batch as its channels. */
function kernelGradient(dy: tf.Tensor4D, images: tf.Tensor4D, pad: number): tf.Tensor4D {
  const byChannel = tf.transpose(images, [3, 1, 2, 0]);
  const asKernel = tf.transpose(dy, [1, 2, 0, 3]);
  return tf.transpose(padAndConvolve(byChannel, asKernel, pad), [1, 2, 0, 3]);
}

/**
 * Zeros on all sides, then a convolution. `tf.conv2d` takes no number to pad by on tfjs-node, and takes the height of a
 * kernel for its width elsewhere.
 */
function padAndConvolve(images: tf.Tensor4D, kernel: tf.Tensor4D, pad: number): tf.Tensor4D {
  const [height, width] = kernel.shape;
  if (2 * pad + 1 === height && height === width) return tf.conv2d(images, kernel, 1, 'same');
  const sides: [number, number] = [pad, pad];
  const padded = pad === 0 ? images : tf.pad(images, [[0, 0], sides, sides, [0, 0]]);
  return tf.conv2d(padded, kernel, 1, 'valid');
}
