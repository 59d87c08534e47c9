import { describe, expect, it } from 'vitest';
import { drawWeights, factorBetween, orthogonal } from '../../../src/experiments/maths/initialise.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';

const deviation = (weights: Float32Array) =>
  Math.sqrt(weights.reduce((sum, value) => sum + value ** 2, 0) / weights.length);

describe('drawWeights', () => {
  it.each([
    ['xavier', Math.sqrt(2 / 300)],
    ['he', Math.sqrt(2 / 200)],
    ['lecun', Math.sqrt(1 / 200)],
    ['gain-3', 3 / Math.sqrt(200)],
  ] as const)('draws %s weights with the standard deviation of its paper', (init, expected) => {
    const weights = drawWeights(createRandom(1, init), init, 200, 100);
    expect(weights).toHaveLength(20_000);
    expect(deviation(weights) / expected).toBeCloseTo(1, 1.5);
  });

  it('draws orthogonal rows of length 1', () => {
    const size = 24;
    const matrix = orthogonal(createRandom(1, 'rows'), size);
    const row = (index: number) => matrix.subarray(index * size, (index + 1) * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const product = row(i).reduce((sum, value, k) => sum + value * (row(j)[k] ?? 0), 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 5);
      }
    }
  });
});

describe('factorBetween', () => {
  it('makes the weights of one initialisation from those of another', () => {
    const he = drawWeights(createRandom(1, 'w'), 'he', 8, 6);
    const factor = factorBetween('he', 'xavier', 8, 6);
    const xavier = drawWeights(createRandom(1, 'w'), 'xavier', 8, 6);
    expect(xavier.every((weight, at) => Math.abs(weight - factor * (he[at] ?? 0)) < 1e-6)).toBe(true);
  });

  it('knows no factor between normal and orthogonal weights', () => {
    expect(factorBetween('orthogonal', 'orthogonal', 8, 8)).toBe(1);
    expect(() => factorBetween('he', 'orthogonal', 8, 8)).toThrow('orthogonal is no multiple of he');
  });
});
