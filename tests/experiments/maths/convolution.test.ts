import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { type Backend, useBackend } from '../../../src/experiments/backend.ts';
import { convolve } from '../../../src/experiments/maths/convolution.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { finiteDifference, relativeDistance } from './finite-difference.ts';

const images = { shape: [2, 5, 4, 3] as [number, number, number, number], purpose: 'images' };
const kernel = { shape: [3, 3, 3, 2] as [number, number, number, number], purpose: 'kernel' };

const values = ({ shape, purpose }: typeof images) =>
  createRandom(1, purpose).normals(shape.reduce((product, size) => product * size, 1));

/** A loss with a different weight on every output, so that no gradient cancels. */
function loss(x: tf.Tensor, w: tf.Tensor, padding: 'same' | 'valid'): tf.Scalar {
  const y = convolve(tf.reshape(x, images.shape), tf.reshape(w, kernel.shape), padding);
  return tf.sum(tf.mul(y, tf.tensor(createRandom(2, 'mix').normals(y.size), y.shape)));
}

const backends: readonly Backend[] = ['wasm', 'cpu'];

describe.each(backends)('convolve on %s', (backend) => {
  it.each(['same', 'valid'] as const)(
    'has the gradients of finite differences in image and kernel, padding %s',
    async (padding) => {
      await useBackend([backend]);
      const [x, w] = [values(images), values(kernel)];
      const at = (xs: Float32Array, ws: Float32Array) =>
        tf.tidy(() => loss(tf.tensor1d(xs), tf.tensor1d(ws), padding).dataSync()[0] ?? Number.NaN);
      const [dx, dw] = tf.grads((a: tf.Tensor, b: tf.Tensor) => loss(a, b, padding))([
        tf.tensor1d(x),
        tf.tensor1d(w),
      ]);
      expect(
        relativeDistance(
          dx!.dataSync(),
          finiteDifference((xs) => at(xs, w), x, 0.1),
        ),
      ).toBeLessThan(1e-3);
      expect(
        relativeDistance(
          dw!.dataSync(),
          finiteDifference((ws) => at(x, ws), w, 0.1),
        ),
      ).toBeLessThan(1e-3);
    },
  );

  it('is the sum of products it says it is', async () => {
    await useBackend([backend]);
    const [x, w] = [values(images), values(kernel)];
    const [batch, height, width, channels] = images.shape;
    const maps = kernel.shape[3];
    const y = convolve(tf.tensor4d(x, images.shape), tf.tensor4d(w, kernel.shape)).dataSync();
    let place = 0;
    for (let n = 0; n < batch; n++) {
      for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
          for (let map = 0; map < maps; map++) {
            let sum = 0;
            for (let i = 0; i < 3; i++) {
              for (let j = 0; j < 3; j++) {
                const [r, c] = [row + i - 1, column + j - 1];
                if (r < 0 || r >= height || c < 0 || c >= width) continue;
                for (let k = 0; k < channels; k++) {
                  const pixel = x[((n * height + r) * width + c) * channels + k] ?? 0;
                  sum += pixel * (w[((i * 3 + j) * channels + k) * maps + map] ?? 0);
                }
              }
            }
            expect(y[place++]).toBeCloseTo(sum, 4);
          }
        }
      }
    }
  });
});
