import { describe, expect, it } from 'vitest';
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
import { plainSgd } from '../../src/experiments/maths/plain/descent.ts';
import { createPlainLearner } from '../../src/experiments/maths/plain/learner.ts';
import { createTape } from '../../src/experiments/maths/plain/tape.ts';
import { expectGradientOf } from './maths/plain/expect-gradient.ts';

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
  it.each(kinds)('has the gradient of finite differences in every tensor: %s', (_, kind) => {
    const task = drawTask(1);
    expectGradientOf(drawNetwork(kind, 1), (tape, weights) => networkLoss(tape, kind, weights, task));
  });

  it.each(kinds)('uses every weight it draws, and shows every hidden state: %s', (_, kind) => {
    const { weights, descend } = createPlainLearner(drawNetwork(kind, 1), () => plainSgd(0));
    let states = 0;
    descend((tape) => networkLoss(tape, kind, weights, drawTask(1), () => states++));
    for (const { slopes } of weights) expect(slopes.some((slope) => slope !== 0)).toBe(true);
    expect(states).toBe(hiddenStates(kind));
    expect(states).toBe(kind.skip.startsWith('resnet') ? 2 : 4);
  });

  it('is that of guessing where the output says nothing', () => {
    const silent = drawNetwork(network, 1).map(({ values, shape }) => ({
      values: values.map(() => 0),
      shape,
    }));
    const { weights } = createPlainLearner(silent, () => plainSgd(0));
    expect(networkLoss(createTape(), network, weights, drawTask(1))).toBeCloseTo(Math.log(3), 12);
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

  it.each([1, 2, 3, 4, 5])(
    'shows it at 20 layers after 80 steps, as it was measured, seed %d',
    (seed) => {
      const values = { ...network, depth: 20, steps: 80 };
      const measures: Readonly<Record<string, number>> = runDepthTrain(values, { ...bench, seed }).measures;
      for (const { measure, low, high } of depthTrain.expect(values)) {
        expect(measures[measure]).toBeGreaterThanOrEqual(low);
        expect(measures[measure]).toBeLessThanOrEqual(high);
      }
    },
    60_000,
  );

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
    const expectedOf = (change: Partial<Network>, steps: number) =>
      depthTrain.expect({ ...network, depth: 20, ...change, steps });
    for (const steps of [39, 81]) expect(expectedOf({}, steps)).toEqual([]);
    for (const steps of [40, 80]) expect(expectedOf({}, steps)).toHaveLength(2);
    expect(expectedOf({ activation: 'sigmoid' }, 79)).toEqual([]);
    expect(expectedOf({ activation: 'sigmoid' }, 80)).toHaveLength(2);
  });

  it('says whether a network learns, gets stuck, or never starts', () => {
    const title = (loss: number, otherLoss: number) => {
      const trained = (end: number) => ({ network, losses: [1.1, end], gradientRatio: 1 });
      return describeChart({ steps: 2, subject: trained(loss), other: trained(otherLoss) }, 'en').title;
    };
    expect(title(0.001, 0.2)).toBe('ReLU + BN trains 4 layers down to loss 0.001; ReLU + BN: 0.2');
    expect(title(0.2, 0.001)).toBe('4 layers of ReLU + BN lag behind at loss 0.2; ReLU + BN: 0.001');
    expect(title(1.05, 0.1)).toBe('4 layers of ReLU + BN do not learn: loss 1.1; ReLU + BN: 0.1');
  });
});
