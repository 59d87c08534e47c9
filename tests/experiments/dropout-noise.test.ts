import { describe, expect, it } from 'vitest';
import { drawProducts, measureUnit } from '../../src/experiments/dropout-noise/activation.ts';
import { dropoutNoise } from '../../src/experiments/dropout-noise/manifest.ts';
import {
  drawRegression,
  featureCount,
  leastSquares,
  maskedGradient,
  penalisedGram,
  quadraticGradient,
  relativeDistance,
  ridge,
  samples,
} from '../../src/experiments/dropout-noise/regression.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { finiteDifference } from './maths/finite-difference.ts';

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });
const regression = drawRegression(1);
const somewhere = createRandom(2, 'test').normals(featureCount);

describe('measureUnit', () => {
  const products = drawProducts(createRandom(1, 'test'));

  it('keeps the mean and obeys the law of variance, for rates from 0.1 to 0.8', () => {
    for (const rate of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
      const { meanShift, variance, predicted } = measureUnit(
        products,
        rate,
        createRandom(3, `masks ${rate}`),
      );
      expect(Math.abs(meanShift)).toBeLessThan(0.06);
      expect(variance / predicted).toBeGreaterThan(0.9);
      expect(variance / predicted).toBeLessThan(1.1);
    }
  });
});

describe('maskedGradient', () => {
  it('is the gradient that finite differences find, when nothing is dropped', () => {
    const halfError = (weights: Float32Array) => {
      let sum = 0;
      for (let i = 0; i < samples; i++) {
        const made = weights.reduce((total, w, j) => total + w * regression.features[j * samples + i]!, 0);
        sum += (made - regression.targets[i]!) ** 2;
      }
      return sum / (2 * samples);
    };
    const exact = maskedGradient(regression, Float64Array.from(somewhere), 0, createRandom(1, 'test'));
    const numeric = Float64Array.from(finiteDifference(halfError, somewhere));
    expect(relativeDistance(exact, numeric)).toBeLessThan(1e-4);
    const closed = quadraticGradient(regression.gram, Float64Array.from(somewhere), regression);
    expect(relativeDistance(exact, closed)).toBeLessThan(1e-12);
  });

  it('is, on average over masks, the gradient of ridge regression', () => {
    const weights = Float64Array.from(somewhere);
    const random = createRandom(4, 'test');
    const mean = new Float64Array(featureCount);
    const count = 2000;
    for (let mask = 0; mask < count; mask++) {
      for (const [j, value] of maskedGradient(regression, weights, 0.3, random).entries())
        mean[j]! += value / count;
    }
    const expected = quadraticGradient(penalisedGram(regression, 0.3), weights, regression);
    expect(relativeDistance(mean, expected)).toBeLessThan(0.01);
  });
});

describe('solutions', () => {
  it('are where the gradients vanish', () => {
    const atLeastSquares = quadraticGradient(regression.gram, leastSquares(regression), regression);
    const atRidge = quadraticGradient(penalisedGram(regression, 0.4), ridge(regression, 0.4), regression);
    for (const value of [...atLeastSquares, ...atRidge]) expect(value).toBeCloseTo(0, 12);
  });

  it('shrink by the share that is dropped, where features do not correlate', () => {
    const [plain, penalised] = [leastSquares(regression), ridge(regression, 0.5)];
    const shrinkage =
      penalised.reduce((sum, value, j) => sum + value * plain[j]!, 0) /
      plain.reduce((sum, value) => sum + value ** 2, 0);
    expect(shrinkage).toBeCloseTo(0.5, 1);
  });
});

describe('dropout-noise', () => {
  it('tells dropout from gradient noise by where training ends, for seeds 1 to 5', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { measures } = await compute(dropoutNoise, { rate: 0.3, view: 'solution' }, bench(seed));
      expect(measures.toRidge).toBeLessThan(0.1);
      expect(measures.toLeastSquares).toBeGreaterThan(0.2);
      expect(measures.noisyToLeastSquares).toBeLessThan(0.1);
      expect(measures.noisyToRidge).toBeGreaterThan(0.2);
    }
  });

  it('finds the signal-to-noise ratios measured independently', async () => {
    for (const [rate, known] of [
      [0.2, 3.6],
      [0.5, 1.7],
    ] as const) {
      const { measures } = await compute(dropoutNoise, { rate, view: 'solution' }, bench(1));
      expect(measures.gradientSnr! / known).toBeGreaterThan(0.8);
      expect(measures.gradientSnr! / known).toBeLessThan(1.25);
    }
  });

  it('tells its finding in the title, in both languages and both views', async () => {
    const solution = await compute(dropoutNoise, { rate: 0.3, view: 'solution' }, bench(1));
    expect(solution.describe('en').title).toMatch(
      /^Dropout ends 0\.\d+ from ridge; the same noise on the gradient, 0\.\d+ from least squares$/,
    );
    expect(solution.describe('zh').title).toMatch(
      /^Dropout 停在岭回归解（差 0\.\d+），同样的梯度噪声停在最小二乘解（差 0\.\d+）$/,
    );
    const unit = await compute(dropoutNoise, { rate: 0.5, view: 'activation' }, bench(1));
    expect(unit.describe('en').title).toMatch(
      /^Dropout at p = 0\.5 leaves the mean alone; the variance is [01]\.\d\d times/,
    );
    expect(unit.describe('zh').title).toMatch(/^p = 0\.5 的 dropout：均值不变，方差是/);
  });
});
