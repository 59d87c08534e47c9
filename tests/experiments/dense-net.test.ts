import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { denseNet } from '../../src/experiments/dense-net/manifest.ts';
import {
  denseNetwork,
  featureGradients,
  forward,
  plainNetwork,
} from '../../src/experiments/dense-net/network.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const values = { depth: 20, growth: 8, norm: 'batch' } as const;
const bench = (seed: number) => ({ seed, checkpoint: () => undefined });

/** Every setting that was measured independently of this project; a plain net with BN has 38 and 1.2e4. */
const known = [
  { ...values },
  { ...values, depth: 50 },
  { ...values, norm: 'none' },
  { ...values, depth: 50, norm: 'none' },
] as const;

describe('dense-net', () => {
  it.each(known)('keeps the gradient within a factor of 30: $depth layers, norm $norm', async (setting) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { measures } = await compute(denseNet, setting, bench(seed));
      expect(measures.ratio).toBeGreaterThan(1);
      expect(measures.ratio).toBeLessThan(30);
    }
  });

  it('finds a plain net of 50 layers exploding under BN, and not without', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const withNorm = await compute(denseNet, { ...values, depth: 50 }, bench(seed));
      expect(withNorm.measures.plainRatio).toBeGreaterThan(3e3);
      const without = await compute(denseNet, { ...values, depth: 50, norm: 'none' }, bench(seed));
      expect(without.measures.plainRatio).toBeLessThan(10);
    }
  });

  it('expects nothing where nothing was measured', () => {
    expect(denseNet.expect({ ...values, depth: 30 })).toEqual([]);
    expect(denseNet.expect({ ...values, growth: 12 }).map(({ measure }) => measure)).toEqual(['plainRatio']);
  });

  it('multiplies, in words, by what it measured', async () => {
    const { measures, describe: picture } = await compute(denseNet, { ...values }, bench(1));
    expect(picture('en').title).toContain(`by ${Number(measures.ratio?.toPrecision(2))} in 20 layers`);
    expect(picture('zh').title).toContain('回传 20 层');
  });
});

describe('featureGradients', () => {
  it('gives one gradient per layer and leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    expect(featureGradients(denseNetwork, { ...values, depth: 7 }, 1)).toHaveLength(7);
    expect(featureGradients(plainNetwork, { ...values, depth: 1 }, 1)).toHaveLength(1);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    ['dense, BN', denseNetwork, 'batch'],
    ['dense', denseNetwork, 'none'],
    ['plain, BN', plainNetwork, 'batch'],
  ] as const)('agrees with finite differences in the first layer’s features: %s', (_, build, norm) => {
    tf.tidy(() => {
      const network = build({ depth: 5, growth: 8, norm }, 1);
      const [first, ...rest] = network.layers;
      const features = first?.(network.inputs) ?? network.inputs;
      const lossFrom = (x: tf.Tensor) => forward(network, x as tf.Tensor2D, rest, (h) => h);
      const lossAt = (x: Float32Array) => lossFrom(tf.tensor(x, features.shape)).dataSync()[0] ?? Number.NaN;
      const gradient = tf.grad(lossFrom)(features).dataSync();
      const { byGradient, byDifference } = slopes(lossAt, features.dataSync<'float32'>(), gradient, 0.05);
      expect(byGradient / byDifference).toBeCloseTo(1, 2);
    });
  });

  it('lets a layer’s features reach the loss past all layers between', () => {
    tf.tidy(() => {
      const network = denseNetwork({ ...values, depth: 3 }, 1);
      const [first] = network.layers;
      const silent = () => tf.zeros<tf.Rank.R2>([128, 8]);
      const loss = (x: tf.Tensor) => forward(network, x as tf.Tensor2D, [silent, silent], (h) => h);
      const gradient = tf.grad(loss)(first?.(network.inputs) ?? network.inputs);
      expect(tf.norm(gradient).dataSync()[0]).toBeGreaterThan(0);
    });
  });
});
