import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeChart } from '../../src/experiments/attention/chart.ts';
import { attention } from '../../src/experiments/attention/manifest.ts';
import {
  attentionReader,
  batch,
  drawAttention,
  recurrentReader,
  tokenGradients,
} from '../../src/experiments/attention/readers.ts';
import { measureScores, sharpness } from '../../src/experiments/attention/scores.ts';
import { useBackend } from '../../src/experiments/backend.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });

describe('tokenGradients', () => {
  it.each([
    ['attention', () => attentionReader(drawAttention(6, 8, 1), true)],
    ['attention without ÷√d', () => attentionReader(drawAttention(6, 8, 1), false)],
    ['recurrence', () => recurrentReader(6, 1)],
  ])('follows a gradient that agrees with finite differences: %s', (_, build) => {
    tf.tidy(() => {
      const { tokens, loss } = build();
      const lossAt = (x: Float32Array) => loss(tf.tensor2d(x, tokens.shape)).dataSync()[0] ?? Number.NaN;
      const { grads } = tf.engine().gradients(() => loss(tokens), [tokens]);
      const gradient = grads[0]!.dataSync();
      const { byGradient, byDifference } = slopes(lossAt, tokens.dataSync<'float32'>(), gradient, 0.1);
      expect(byGradient / byDifference).toBeCloseTo(1, 2);
    });
  });

  it('finds the rows of each token: only the one that is read gets a gradient', () => {
    const length = 3;
    for (const [build, read] of [
      [() => attentionReader(drawAttention(length, 8, 1), true), (row: number) => row % length === 1],
      [() => recurrentReader(length, 1), (row: number) => Math.floor(row / batch) === 1],
    ] as const) {
      const [first = 1, second = 0, third = 1] = tokenGradients(() => {
        const { tokens, row } = build();
        const mask = Float32Array.from({ length: tokens.shape[0] }, (_, at) => (read(at) ? 1 : 0));
        const loss = (x: tf.Tensor2D): tf.Scalar => tf.sum(tf.mul(x, tf.tensor2d(mask, [mask.length, 1])));
        return { tokens, row, loss };
      }, length);
      expect([first, third]).toEqual([0, 0]);
      expect(second).toBeGreaterThan(0);
    }
  });

  it('frees every tensor', () => {
    const before = tf.memory().numTensors;
    expect(tokenGradients(() => recurrentReader(4, 1), 4)).toHaveLength(4);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('sharpness', () => {
  const row = (scores: number[]) => Float64Array.from(scores);

  it('is ln n and 1 − 1/n where all keys weigh the same, and nothing where one has everything', () => {
    const even = sharpness([row([2, 2, 2, 2])], 1);
    expect(even.entropy).toBeCloseTo(Math.log(4), 12);
    expect(even.jacobian).toBeCloseTo(3 / 4, 12);
    expect(sharpness([row([1000, 0, 0, 0])], 1)).toEqual({ entropy: 0, jacobian: 0 });
  });

  it('agrees with the two-key softmax written out', () => {
    const p = 1 / (1 + Math.exp(-0.5));
    const { entropy, jacobian } = sharpness([row([1, 0])], 0.5);
    expect(entropy).toBeCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p), 12);
    expect(jacobian).toBeCloseTo(2 * p * (1 - p), 12);
  });

  it('collapses at d = 256 without ÷√d and stays near ln 64 − ½ with it, for seeds 1 to 5', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { varianceRatio, scaled, unscaled } = measureScores(256, createRandom(seed, 'scores'));
      expect(varianceRatio).toBeGreaterThan(0.86);
      expect(varianceRatio).toBeLessThan(1.14);
      expect(scaled.entropy).toBeGreaterThan(3.5);
      expect(scaled.jacobian).toBeGreaterThan(0.95);
      expect(unscaled.entropy).toBeLessThan(0.5);
      expect(unscaled.jacobian).toBeLessThan(0.25);
    }
  });
});

describe('attention', () => {
  it('gives the first token about as much as any other, however long the sequence, and an RNN next to nothing', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { measures } = await compute(attention, { length: 80, dimension: 64 }, bench(seed));
      expect(measures.firstToMedian).toBeGreaterThan(0.3);
      expect(measures.firstToMedian).toBeLessThan(3);
      // As 1/T, from 5 tokens to 80: 1/16.
      expect((measures.attentionKept ?? 0) * 16).toBeGreaterThan(0.4);
      expect((measures.attentionKept ?? 0) * 16).toBeLessThan(2);
      expect(measures.recurrentKept).toBeLessThan(1e-8);
    }
  });

  it('names an underflow in the title and at the end of the curve', () => {
    const description = describeChart(
      { dimension: 8, lengths: [5, 10], attention: [1, 0.5], unscaled: [0.1, 0.05], recurrent: [0.1, 0] },
      'en',
    );
    expect(description.title).toContain('a tanh RNN nothing (underflow)');
    expect(JSON.stringify(description.spec)).toContain('0 (underflow)');
  });
});
