import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { describeChart } from '../../src/experiments/glm-neuron/chart.ts';
import { families } from '../../src/experiments/glm-neuron/family.ts';
import { canonicalGradient, fitByIrls } from '../../src/experiments/glm-neuron/irls.ts';
import { glmNeuron } from '../../src/experiments/glm-neuron/manifest.ts';
import { neuronLoss, stallGradients, tapeGradient } from '../../src/experiments/glm-neuron/neuron.ts';
import { drawSample } from '../../src/experiments/glm-neuron/sample.ts';
import type { InverseLink } from '../../src/experiments/glm-neuron/settings.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const activations: readonly InverseLink[] = ['sigmoid', 'exp', 'identity'];
const at = Float32Array.of(0.3, -0.2, 0.1, 0.2, -0.1);

describe('a neuron', () => {
  it.each(activations)(
    'has the gradient Xᵀ(μ − y)/N, which is that of finite differences: %s',
    (activation) => {
      const sample = drawSample(families[activation], 1);
      const gradient = tapeGradient(activation, sample, at);
      expect(relativeDistance(gradient, canonicalGradient(families[activation], sample, at))).toBeLessThan(
        1e-5,
      );
      const lossAt = (x: Float32Array) =>
        tf.tidy(() => neuronLoss(activation, sample, tf.tensor1d(x)).dataSync()[0] ?? Number.NaN);
      expect(relativeDistance(gradient, finiteDifference(lossAt, at))).toBeLessThan(1e-2);
    },
  );

  it('gets μ − y from cross-entropy, and a factor 2μ(1 − μ) on it from squared error', () => {
    const z = [-10, -1, 0, 3];
    const { crossEntropy, squaredError } = stallGradients(z);
    z.forEach((each, place) => {
      const mu = families.sigmoid.mean(each);
      expect((crossEntropy[place] ?? Number.NaN) / (mu - 1)).toBeCloseTo(1, 4);
      expect((squaredError[place] ?? Number.NaN) / (2 * (mu - 1) * mu * (1 - mu))).toBeCloseTo(1, 4);
    });
  });
});

describe('fitByIrls', () => {
  it.each(activations)('ends where the gradient of the likelihood is 0: %s', (activation) => {
    const sample = drawSample(families[activation], 2);
    const path = fitByIrls(families[activation], sample);
    const [start, end] = [path[0] ?? [], path.at(-1) ?? []];
    const sizeAt = (beta: ArrayLike<number>) =>
      Math.hypot(...canonicalGradient(families[activation], sample, beta));
    expect(sizeAt(start)).toBeGreaterThan(0.05);
    expect(sizeAt(end)).toBeLessThan(1e-12);
  });

  it('solves linear regression in one iteration, which the second confirms', () => {
    expect(fitByIrls(families.identity, drawSample(families.identity, 1))).toHaveLength(3);
  });
});

describe('families', () => {
  it.each(activations)('draw responses of the mean and variance they claim: %s', (activation) => {
    const { draw, variance } = families[activation];
    const random = createRandom(1, 'responses');
    const mean = 0.7;
    const values = Array.from({ length: 20_000 }, () => draw(random, mean));
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
    expect(average / mean).toBeCloseTo(1, 1);
    expect(spread / variance(mean)).toBeCloseTo(1, 1);
  });
});

describe('glm-neuron', () => {
  const values = { activation: 'sigmoid', steps: 400, rate: 0.1, picture: 'coefficients' } as const;

  it('expects equal coefficients only of a neuron that was trained to the end', () => {
    const measuresAt = (change: object) =>
      glmNeuron.expect({ ...values, ...change }).map(({ measure }) => measure);
    expect(measuresAt({})).toContain('coefficientGap');
    expect(measuresAt({ steps: 100 })).not.toContain('coefficientGap');
  });

  it('says so where training has not arrived yet', () => {
    const trace = {
      values: { ...values, steps: 2 },
      irls: [1, 0.1, 0],
      stall: stallGradients([-10, 0]),
    };
    expect(describeChart({ ...trace, neuron: [1, 0.9, 0.5] }, 'en').title).toBe(
      'A sigmoid neuron is still 0.5 from the coefficients of logistic regression after 2 steps',
    );
    expect(describeChart({ ...trace, neuron: [1, 0.1, 1.2e-7] }, 'en').title).toBe(
      'A sigmoid neuron finds the coefficients of logistic regression: they differ by 1.2×10⁻⁷',
    );
  });
});
