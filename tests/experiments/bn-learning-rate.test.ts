import { describe, expect, it } from 'vitest';
import { describeChart } from '../../src/experiments/bn-learning-rate/chart.ts';
import { measureInvariance } from '../../src/experiments/bn-learning-rate/invariance.ts';
import { bnLearningRate } from '../../src/experiments/bn-learning-rate/manifest.ts';
import { drawBatches, drawNetwork, networkLoss } from '../../src/experiments/bn-learning-rate/network.ts';
import { finalLoss } from '../../src/experiments/bn-learning-rate/run.ts';
import { expectGradientOf } from './maths/plain/expect-gradient.ts';

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });

describe('networkLoss', () => {
  it.each([true, false])(
    'has the gradient of finite differences in every tensor, normalised: %s',
    (isNormalised) => {
      const network = { activation: 'sigmoid', isNormalised } as const;
      const [batch] = drawBatches(1);
      expectGradientOf(drawNetwork(network, 1), (tape, weights) =>
        networkLoss(tape, network, weights, batch!),
      );
    },
  );
});

describe('measureInvariance', () => {
  it('finds outputs that stay and gradients of 10, 0.1 and 0.01 when the weights are scaled', () => {
    const { layers } = measureInvariance(1);
    const ratios = new Map(layers.map(({ scale, gradientRatio }) => [scale, gradientRatio]));
    expect(ratios.get(0.1)).toBeCloseTo(10, 1.7);
    expect(ratios.get(10)).toBeCloseTo(0.1, 3.7);
    expect(ratios.get(100)).toBeCloseTo(0.01, 4.7);
    for (const { outputRatio } of layers) expect(outputRatio).toBeCloseTo(1, 3);
  });
});

describe('bn-learning-rate', () => {
  it.each([1, 2, 3, 4, 5])(
    'trains eight sigmoid layers with BN and leaves them guessing without, seed %d',
    (seed) => {
      const lossOf = (isNormalised: boolean) =>
        finalLoss({ activation: 'sigmoid', isNormalised }, 0.3, 150, bench(seed));
      const [withBn, without] = [lossOf(true), lossOf(false)];
      expect(withBn).toBeGreaterThan(0.34);
      expect(withBn).toBeLessThan(0.5);
      expect(without).toBeGreaterThan(1.33);
      expect(without).toBeLessThan(1.4);
    },
  );

  const trace = {
    activation: 'relu',
    steps: 150,
    picture: 'learning-rate',
    plain: [0.4, Number.NaN, Number.NaN],
    normalised: [0.02, 0.25, 0.4],
    layers: measureLayers(),
  } as const;

  it('names a divergence in the title and draws it on a line of its own', () => {
    const chart = describeChart(trace, 'en');
    expect(chart.title).toBe('At learning rate 1: loss 0.25 with BN; without, it diverges');
    expect(JSON.stringify(chart.spec)).toContain('NaN');
    expect(describeChart({ ...trace, plain: [0.4, 1.1, 1.4] }, 'zh').title).toBe(
      '学习率 1：有 BN，损失 0.25；没有 BN，是 1.1',
    );
  });

  it('says so when a network learns only with BN', () => {
    const plain = [1.38, 1.39, 1.4];
    expect(describeChart({ ...trace, activation: 'sigmoid', plain }, 'en').title).toBe(
      '8 Sigmoid layers learn only with BN: loss 0.02 against 1.38',
    );
  });

  it('shows the layer at other scales instead', () => {
    expect(describeChart({ ...trace, picture: 'invariance' }, 'en').title).toBe(
      'Weights × 100: BN’s output stays the same, the gradient becomes 1/100',
    );
  });

  it('expects of a short training only what holds exactly', () => {
    const measures = bnLearningRate.expect({ activation: 'relu', steps: 10, picture: 'invariance' });
    expect(measures.map(({ measure }) => measure)).toEqual([
      'outputChange',
      'gradientError',
      'batchMean',
      'batchVariance',
    ]);
  });
});

function measureLayers() {
  return [1, 100].map((scale) => ({ scale, outputChange: 0, outputRatio: 1, gradientRatio: 1 / scale }));
}
