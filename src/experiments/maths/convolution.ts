import * as tf from '@tensorflow/tfjs';

/**
 * Convolution with stride 1 of images [batch, height, width, channels] with a kernel [size, size, channels, maps] of odd
 * size; `same` pads with zeros so that the image keeps its size.
 * Its gradients are convolutions too: wasm has fast ones (XNNPACK) but no kernel for the gradient of the filter, and the
 * usual detour over patches and `matMul` takes about ten times as long (`npm run bench:experiments`).
 */
export function convolve(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  padding: 'same' | 'valid' = 'same',
): tf.Tensor4D {
  const size = kernel.shape[0];
  const pad = padding === 'same' ? (size - 1) / 2 : 0;
  const op = tf.customGrad<tf.Tensor4D>((images, weights, save) => {
    // customGrad types every argument as "tensor or save function"; with two inputs they come in this order.
    const inputs = [images as tf.Tensor4D, weights as tf.Tensor4D] as const;
    (save as tf.GradSaveFunc)([...inputs]);
    return {
      value: padAndConvolve(...inputs, pad),
      gradFunc: (dy, [savedImages = inputs[0], savedWeights = inputs[1]]) => [
        imageGradient(dy, savedWeights as tf.Tensor4D, pad),
        kernelGradient(dy, savedImages as tf.Tensor4D, pad),
      ],
    };
  });
  return op(x, kernel);
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
