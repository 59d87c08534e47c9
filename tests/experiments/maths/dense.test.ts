import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { applyDense, drawDense } from '../../../src/experiments/maths/dense.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

describe('dense layers', () => {
  it('have a matrix and a bias of zeros each', () => {
    const shapes = drawDense(createRandom(1, 'weights'), 'he', [4, 8, 3]).map(({ shape }) => shape);
    expect(shapes).toEqual([[4, 8], [8], [8, 3], [3]]);
  });

  it('activate between layers, and not at the end', () => {
    const weights = [
      tf.tensor2d([[1, -1]]),
      tf.tensor1d([0, 0.5]),
      tf.tensor2d([[1], [1]]),
      tf.tensor1d([-9]),
    ];
    const outputs = applyDense(weights, tf.tensor2d([[2], [-2]]), tf.relu);
    // relu(2) + relu(−1.5) − 9 and relu(−2) + relu(2.5) − 9
    expect(Array.from(outputs.dataSync())).toEqual([-7, -6.5]);
  });
});
