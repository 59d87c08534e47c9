import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import {
  accuracy,
  binaryCrossEntropy,
  crossEntropy,
  meanSquaredError,
  oneHot,
  readAccuracy,
} from '../../../src/experiments/maths/losses.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const read = (scalar: () => tf.Scalar) => tf.tidy(() => scalar().dataSync()[0] ?? Number.NaN);

describe('crossEntropy', () => {
  it('is ln(classes) where nothing is known', () => {
    expect(read(() => crossEntropy(tf.zeros([3, 5]), oneHot([0, 4, 2], 5)))).toBeCloseTo(Math.log(5), 6);
  });

  it('is the mean of −log softmax at the label', () => {
    const logits = [
      [1, 2, 3],
      [0, -1, 0.5],
    ];
    const labels = [2, 1];
    const expected = logits.map((row, index) => {
      const sum = row.reduce((total, value) => total + Math.exp(value), 0);
      return Math.log(sum) - (row[labels[index] ?? 0] ?? 0);
    });
    const mean = expected.reduce((total, value) => total + value, 0) / expected.length;
    expect(read(() => crossEntropy(tf.tensor2d(logits), oneHot(labels, 3)))).toBeCloseTo(mean, 6);
  });

  it('stays finite at logits where exp overflows', () => {
    expect(read(() => crossEntropy(tf.tensor2d([[1000, 0]]), oneHot([1], 2)))).toBeCloseTo(1000, 3);
  });
});

describe('binaryCrossEntropy', () => {
  it('is −log of the probability given to the label', () => {
    const expected = (Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(-1))) / 2;
    expect(read(() => binaryCrossEntropy(tf.tensor1d([2, -1]), tf.tensor1d([1, 0])))).toBeCloseTo(
      expected,
      6,
    );
  });
});

describe('meanSquaredError', () => {
  it('averages the squares', () => {
    expect(read(() => meanSquaredError(tf.tensor1d([1, 2]), tf.tensor1d([0, 4])))).toBe(2.5);
  });
});

describe('accuracy', () => {
  it('is the share of rows whose largest logit is the label', () => {
    const logits = [
      [2, 1],
      [0, 3],
      [5, 4],
      [1, 0],
    ];
    expect(read(() => accuracy(tf.tensor2d(logits), oneHot([0, 1, 1, 0], 2)))).toBe(0.75);
  });
});

describe('readAccuracy', () => {
  it('is the same share, without the rounding of float32', () => {
    const right = tf.tidy(() => readAccuracy(tf.tensor2d([0, 1, 1, 0, 1, 0], [3, 2]), [1, 0, 1]));
    expect(right).toBe(2 / 3);
  });
});
