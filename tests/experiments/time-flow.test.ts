import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { inTurn } from '../../src/experiments/maths/pass.ts';
import { buildRecurrence, lossOf, measureTimeFlow } from '../../src/experiments/time-flow/recurrence.ts';
import { runTimeFlow } from '../../src/experiments/time-flow/run.ts';
import type { Values } from '../../src/experiments/time-flow/settings.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const values = (change: Partial<Values>): Values => ({
  cell: 'tanh',
  weights: 'orthogonal',
  gain: 1,
  gateBias: 1,
  steps: 100,
  ...change,
});

function ratioOf(change: Partial<Values>, seed: number): number {
  const { gradientNorms } = measureTimeFlow(values(change), seed);
  return (gradientNorms[0] ?? Number.NaN) / (gradientNorms.at(-1) ?? Number.NaN);
}

/** Every setting that was measured independently of this project, with the bounds asserted there. */
const known: readonly (readonly [name: string, change: Partial<Values>, low: number, high: number])[] = [
  ['linear, orthogonal × 0.9', { cell: 'linear', gain: 0.9 }, 0.99 * 0.9 ** 100, 1.01 * 0.9 ** 100],
  ['linear, orthogonal', { cell: 'linear' }, 0.99, 1.01],
  ['linear, orthogonal × 1.1', { cell: 'linear', gain: 1.1 }, 0.99 * 1.1 ** 100, 1.01 * 1.1 ** 100],
  ['tanh, orthogonal', {}, 0, 1e-5],
  ['sigmoid', { cell: 'sigmoid' }, 0, 1e-30],
  ['ReLU, identity', { cell: 'relu', weights: 'identity' }, 0.5, 0.9],
  ['ReLU, 0.9 × identity', { cell: 'relu', weights: 'identity', gain: 0.9 }, 1.3e-5, 2.5e-5],
  ['ReLU, 1.1 × identity', { cell: 'relu', weights: 'identity', gain: 1.1 }, 6.8e3, 1.27e4],
  ['ReLU, Gaussian', { cell: 'relu', weights: 'gaussian' }, 0, 1e-2],
  ['ReLU, 2 × Gaussian', { cell: 'relu', weights: 'gaussian', gain: 2 }, 1e3, Number.POSITIVE_INFINITY],
  ['LSTM, forget bias 0', { cell: 'lstm', gateBias: 0 }, 0, 1e-10],
  ['LSTM, forget bias 1', { cell: 'lstm' }, 1e-6, 0.1],
  ['LSTM, forget bias 5', { cell: 'lstm', gateBias: 5 }, 1, Number.POSITIVE_INFINITY],
  ['GRU, keep bias 0', { cell: 'gru', gateBias: 0 }, 0, 1e-10],
  ['GRU, keep bias 1', { cell: 'gru' }, 0, 1e-4],
  ['GRU, keep bias 5', { cell: 'gru', gateBias: 5 }, 0.3, 0.9],
];

describe('measureTimeFlow', () => {
  it.each(known)('reproduces the gradient ratio of %s for seeds 1 to 5', (_, change, low, high) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const ratio = ratioOf(change, seed);
      expect(ratio).toBeGreaterThanOrEqual(low);
      expect(ratio).toBeLessThanOrEqual(high);
    }
  });

  it.each([
    [0, 1e-31, 1e-29],
    [1, 2e-15, 2e-13],
    [5, 0.4, 0.56],
  ])('finds what the forget gates of an LSTM with bias %d multiply up to', (gateBias, low, high) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { kept } = measureTimeFlow(values({ cell: 'lstm', gateBias }), seed);
      expect(kept).toBeGreaterThan(low);
      expect(kept).toBeLessThan(high);
    }
  });

  it.each(['tanh', 'lstm', 'gru'] as const)(
    'agrees with finite differences in the first state: %s',
    (cell) => {
      tf.tidy(() => {
        const { start, begin, direction } = buildRecurrence(values({ cell, steps: 6 }), 1);
        const passFrom = (h: Float32Array) => inTurn(...begin(() => undefined))(tf.tensor2d(h, start.shape));
        const loss = (h: Float32Array) => lossOf(passFrom(h).value, direction).dataSync()[0] ?? Number.NaN;
        const at = start.dataSync<'float32'>();
        const gradient = passFrom(at).back(direction).dataSync();
        const { byGradient, byDifference } = slopes(loss, at, gradient, 0.1);
        expect(byGradient / byDifference).toBeCloseTo(1, 2);
      });
    },
  );

  it('gives a gradient for the first state and for that after every step', () => {
    expect(measureTimeFlow(values({ steps: 7 }), 1).gradientNorms).toHaveLength(8);
  });

  it('leaves no tensor behind, whatever the cell', () => {
    const before = tf.memory().numTensors;
    for (const [, change] of known) measureTimeFlow(values({ ...change, steps: 5 }), 1);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('time-flow', () => {
  const bench = { seed: 1, checkpoint: () => undefined };

  it('measures a finite number where the gradient overflows, and draws it as infinite', () => {
    const { measures, trace } = runTimeFlow(
      values({ cell: 'relu', weights: 'gaussian', gain: 3, steps: 200 }),
      bench,
    );
    expect(measures.ratio).toBe(1e38);
    expect(trace.subject.gradients.at(-1)?.relative).toBe(Number.POSITIVE_INFINITY);
  });

  it('holds a gated cell against a plain one, and a plain one against a gated one', () => {
    const reference = (change: Partial<Values>) => runTimeFlow(values(change), bench).trace.reference.values;
    expect(reference({ cell: 'lstm', steps: 5 }).cell).toBe('tanh');
    expect(reference({ cell: 'tanh', steps: 5 }).cell).toBe('lstm');
    expect(reference({ cell: 'relu', weights: 'identity', steps: 5 }).weights).toBe('gaussian');
  });
});
