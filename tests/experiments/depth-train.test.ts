import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { describeChart } from '../../src/experiments/depth-train/chart.ts';
import { contrast } from '../../src/experiments/depth-train/contrast.ts';
import { depthTrain } from '../../src/experiments/depth-train/manifest.ts';
import {
  drawNetwork,
  drawTask,
  hiddenStates,
  networkLoss,
} from '../../src/experiments/depth-train/network.ts';
import { runDepthTrain, trainNetwork } from '../../src/experiments/depth-train/run.ts';
import type { Network } from '../../src/experiments/depth-train/settings.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const bench = { seed: 1, checkpoint: () => undefined };
const network: Network = { activation: 'relu', norm: 'batch', skip: 'none', depth: 4 };
const kinds: readonly [name: string, network: Network][] = [
  ['plain', { ...network, activation: 'sigmoid', norm: 'none' }],
  ['with BN', { ...network, activation: 'tanh' }],
  ['highway', { ...network, activation: 'sigmoid', norm: 'none', skip: 'highway' }],
  ['ResNet v1', { ...network, skip: 'resnet-v1' }],
  ['ResNet v2', { ...network, skip: 'resnet-v2' }],
];

describe('networkLoss', () => {
  it.each(kinds)('has the gradient of finite differences in every weight: %s', (_, kind) => {
    tf.tidy(() => {
      const task = drawTask(1);
      const initial = drawNetwork(kind, 1);
      const loss = (flat: tf.Tensor) => {
        const pieces = tf.split(
          flat,
          initial.map(({ values }) => values.length),
        );
        const weights = pieces.map((piece, at) => tf.reshape(piece, [...(initial[at]?.shape ?? [])]));
        return networkLoss(kind, weights, task);
      };
      const at = Float32Array.from(initial.flatMap(({ values }) => [...values]));
      const gradient = tf
        .grad((flat: tf.Tensor) => loss(flat))(tf.tensor1d(at))
        .dataSync();
      const lossAt = (x: Float32Array) => loss(tf.tensor1d(x)).dataSync()[0] ?? Number.NaN;
      // A short step: ReLU has kinks.
      const { byGradient, byDifference } = slopes(lossAt, at, gradient, 1e-3);
      expect(byGradient / byDifference).toBeCloseTo(1, 1);
    });
  });

  it.each(kinds)('uses every weight it draws, and shows every hidden state: %s', (_, kind) => {
    tf.tidy(() => {
      const weights = drawNetwork(kind, 1).map(({ values, shape }) => tf.tensor(values, [...shape]));
      let states = 0;
      const lossOf = (...tensors: tf.Tensor[]) =>
        networkLoss(kind, tensors, drawTask(1), (h) => {
          states++;
          return h;
        });
      expect(() => tf.grads(lossOf)(weights)).not.toThrow();
      expect(states).toBe(hiddenStates(kind));
      expect(states).toBe(kind.skip.startsWith('resnet') ? 2 : 4);
    });
  });

  it('is that of guessing where the output says nothing', () => {
    tf.tidy(() => {
      const weights = drawNetwork(network, 1).map(({ shape }) => tf.zeros([...shape]));
      expect(networkLoss(network, weights, drawTask(1)).dataSync()[0]).toBeCloseTo(Math.log(3), 5);
    });
  });
});

describe('trainNetwork', () => {
  it('finds the gradient of a plain sigmoid net gone before it starts, and that of ReLU under BN grown', () => {
    const deep = { ...network, depth: 20 };
    const { gradientRatio: vanished } = trainNetwork(
      { ...deep, activation: 'sigmoid', norm: 'none' },
      5,
      bench,
    );
    expect(vanished).toBeLessThan(1e-9);
    // Yang et al. 2019: 1.21 per layer where layers are wide, a little more in narrow ones.
    expect(trainNetwork(deep, 5, bench).gradientRatio).toBeGreaterThan(1.21 ** 19);
  });
});

describe('depth-train', () => {
  it('shows degradation at the full size of its source as well', () => {
    const values = { ...network, depth: 30, steps: 100 };
    const { measures } = runDepthTrain(values, bench);
    const expected = depthTrain.expect(values);
    expect(expected.map(({ measure }) => measure)).toEqual(['finalLoss', 'otherLoss']);
    expect(measures.finalLoss).toBeGreaterThan(0.4);
    expect(measures.otherLoss).toBeLessThan(0.05);
  }, 60_000);

  it('holds every network against one with the remedy it lacks, or without the one it has', () => {
    const plain = { ...network, norm: 'none' } as const;
    const sigmoid = { ...plain, activation: 'sigmoid' } as const;
    expect(contrast(network)).toEqual({ ...network, skip: 'resnet-v2' });
    expect(contrast(plain)).toEqual(network);
    expect(contrast(sigmoid)).toEqual({ ...sigmoid, skip: 'highway' });
    expect(contrast({ ...sigmoid, norm: 'batch' })).toEqual(sigmoid);
    expect(contrast({ ...sigmoid, skip: 'highway' })).toEqual(sigmoid);
  });

  it('expects nothing at sizes it was not measured at', () => {
    expect(depthTrain.expect({ ...network, depth: 20, steps: 79 })).toEqual([]);
    expect(depthTrain.expect({ ...network, depth: 20, steps: 80 })).toHaveLength(2);
  });

  it('says whether a network learns, gets stuck, or never starts', () => {
    const title = (loss: number, otherLoss: number) => {
      const trained = (end: number) => ({ network, losses: [1.1, end], gradientRatio: 1 });
      return describeChart({ steps: 2, subject: trained(loss), other: trained(otherLoss) }, 'en').title;
    };
    expect(title(0.001, 0.2)).toBe('ReLU + BN trains 4 layers down to loss 0.001; ReLU + BN: 0.2');
    expect(title(0.2, 0.001)).toBe('4 layers of ReLU + BN get stuck at loss 0.2; ReLU + BN: 0.001');
    expect(title(1.05, 0.1)).toBe('4 layers of ReLU + BN do not learn: loss 1.1; ReLU + BN: 0.1');
  });
});
