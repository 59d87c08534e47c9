import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { batchNorm } from '../../../src/experiments/maths/normalise.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { scaledBatchNorm } from '../../../src/experiments/maths/scaled-batch-norm.ts';
import { finiteDifference, relativeDistance } from './finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const [rows, columns] = [6, 3];
const draw = (purpose: string, count: number) => createRandom(1, purpose).normals(count);

describe('scaledBatchNorm', () => {
  const at = Float32Array.of(
    ...draw('x', rows * columns),
    ...draw('gamma', columns),
    ...draw('beta', columns),
  );
  const loss = (flat: tf.Tensor) => {
    const [x, gamma, beta] = tf.split(flat, [rows * columns, columns, columns]);
    const y = scaledBatchNorm(tf.reshape(x!, [rows, columns]), gamma!, beta!);
    return tf.sum(tf.mul(y, tf.tensor2d(draw('mix', rows * columns), [rows, columns]))) as tf.Scalar;
  };

  it('has the gradients of finite differences in its input, in γ and in β', () => {
    const tape = tf.tidy(() =>
      tf
        .grad((flat: tf.Tensor) => loss(flat))(tf.tensor1d(at))
        .dataSync(),
    );
    const numeric = finiteDifference((x) => tf.tidy(() => loss(tf.tensor1d(x)).dataSync()[0] ?? 0), at);
    expect(relativeDistance(tape, numeric)).toBeLessThan(5e-3);
  });

  it('is plain batch normalisation when γ is 1 and β is 0', () => {
    tf.tidy(() => {
      const x = tf.tensor2d(draw('x', rows * columns), [rows, columns]);
      const scaled = scaledBatchNorm(x, tf.ones([columns]), tf.zeros([columns]));
      expect(relativeDistance(scaled.dataSync(), batchNorm(x).dataSync())).toBeLessThan(1e-6);
    });
  });
});
