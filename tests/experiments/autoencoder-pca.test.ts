import { describe, expect, it } from 'vitest';
import { drawCoders, reconstructionErrors } from '../../src/experiments/autoencoder-pca/coders.ts';
import { excessText, excessWords } from '../../src/experiments/autoencoder-pca/excess-text.ts';
import { autoencoderPca } from '../../src/experiments/autoencoder-pca/manifest.ts';
import { runAutoencoderPca } from '../../src/experiments/autoencoder-pca/run.ts';
import { drawSamples, features, samples } from '../../src/experiments/autoencoder-pca/samples.ts';
import { capturedShare, largestOverlap, pcaError } from '../../src/experiments/autoencoder-pca/subspace.ts';
import { given } from '../../src/experiments/maths/plain/tape.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { expectGradientOf } from './maths/plain/expect-gradient.ts';

/** A matrix with these numbers on its diagonal. */
function diagonal(values: readonly number[]): Float64Array {
  const matrix = new Float64Array(values.length ** 2);
  values.forEach((value, i) => {
    matrix[i * values.length + i] = value;
  });
  return matrix;
}

/** Twelve variances, the three largest first and last. */
const covariance = diagonal([9, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 7]);
const axis = (place: number) => Array.from({ length: features }, (_, i) => (i === place ? 1 : 0));

describe('drawSamples', () => {
  it('centres every feature, and has three causes besides the noise', () => {
    const { rows, covariance: own } = drawSamples(0.1, 1);
    for (let feature = 0; feature < features; feature++) {
      let sum = 0;
      for (let row = 0; row < samples; row++) sum += rows[row * features + feature] ?? 0;
      expect(Math.abs(sum / samples)).toBeLessThan(1e-5);
    }
    // Nine directions of noise are left, seen from 300 samples.
    expect(pcaError(own, 3)).toBeCloseTo((9 * 0.1 ** 2) / 12, 3);
    expect(pcaError(own, 2) / pcaError(own, 3)).toBeGreaterThan(10);
  });

  it('gives the covariance of its rows', () => {
    const { rows, covariance: own } = drawSamples(0.5, 2);
    let product = 0;
    for (let row = 0; row < samples; row++) {
      product += ((rows[row * features + 1] ?? 0) * (rows[row * features + 7] ?? 0)) / samples;
    }
    expect(own[features + 7]).toBeCloseTo(product, 4);
  });
});

describe('subspace', () => {
  it('leaves PCA the variances it does not keep', () => {
    expect(pcaError(covariance, 3)).toBeCloseTo(9 / 12, 10);
    expect(pcaError(covariance, 1)).toBeCloseTo((9 + 8 + 7) / 12, 10);
  });

  it('is PCA’s whatever basis spans it, and less where a direction misses', () => {
    expect(capturedShare([...axis(0), ...axis(1), ...axis(11)], covariance)).toBeCloseTo(1, 10);
    const mixed = axis(0).map((value, i) => value + 3 * (axis(11)[i] ?? 0));
    expect(capturedShare([...axis(0), ...axis(1), ...mixed], covariance)).toBeCloseTo(1, 10);
    expect(capturedShare([...axis(0), ...axis(1), ...axis(2)], covariance)).toBeCloseTo(18 / 24, 10);
  });

  it('overlaps as the cosine of its directions, whatever their lengths', () => {
    const slanted = axis(0).map((value, i) => 2 * (value + (axis(1)[i] ?? 0)));
    expect(largestOverlap([...axis(0), ...axis(1)])).toBe(0);
    expect(largestOverlap([...axis(0), ...slanted])).toBeCloseTo(Math.SQRT1_2, 10);
    expect(largestOverlap(axis(3))).toBe(0);
  });
});

describe('reconstructionErrors', () => {
  it('have the gradient of finite differences in every weight', () => {
    const { rows } = drawSamples(0.3, 1);
    const inputs = given(rows.subarray(0, 20 * features), 20, features);
    expectGradientOf(drawCoders(createRandom(1, 'weights'), 2), (tape, weights) => {
      const { linear, tanh } = reconstructionErrors(tape, inputs, weights);
      return linear + tanh;
    });
  });
});

describe('autoencoder-pca', () => {
  it('has a linear autoencoder never below PCA, however long or short it trains', () => {
    for (const [code, steps] of [
      [1, 20],
      [3, 20],
      [6, 100],
    ] as const) {
      const { measures } = runAutoencoderPca(
        { code, noise: 0.3, steps },
        { seed: 1, checkpoint: () => undefined },
      );
      expect(measures.linearExcess).toBeGreaterThan(-1e-5);
      expect(measures.captured).toBeLessThan(1 + 1e-9);
    }
  });

  it('expects PCA only of training to the end', () => {
    const names = (steps: number) =>
      autoencoderPca.expect({ code: 3, noise: 0.3, steps }).map(({ measure }) => measure);
    expect(names(700)).toEqual(['linearExcess', 'captured']);
    expect(names(100)).toEqual([]);
  });

  it('tells shares as percentages of two digits', () => {
    expect([0.4392, 0.00408, 1e-9, -1e-7, 2.345].map(excessText)).toEqual([
      '44%',
      '0.41%',
      '<0.01%',
      '<0.01%',
      '235%',
    ]);
    expect(excessWords(1e-6, 'en')).toBe('less than 0.01% above');
    expect(excessWords(0.44, 'zh')).toBe('高 44%');
    expect(excessWords(1e-6, 'zh')).toBe('高不到 0.01%');
  });
});
