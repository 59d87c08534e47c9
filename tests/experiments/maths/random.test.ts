import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/experiments/maths/random.ts';

const moments = (values: Float32Array) => {
  let [sum, square, fourth] = [0, 0, 0];
  for (const value of values) {
    sum += value;
    square += value ** 2;
    fourth += value ** 4;
  }
  return { mean: sum / values.length, variance: square / values.length, fourth: fourth / values.length };
};

describe('createRandom', () => {
  it('draws the same numbers for the same seed and purpose', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (seed, purpose) => {
        expect(createRandom(seed, purpose).normals(9)).toEqual(createRandom(seed, purpose).normals(9));
      }),
    );
  });

  it('draws these very numbers for seed 1, on every machine', () => {
    const random = createRandom(1, 'weights');
    expect([random.uniform(), random.normal(), random.integer(1000)]).toMatchInlineSnapshot(`
      [
        0.07829507114365697,
        -0.02620620803756228,
        317,
      ]
    `);
  });

  it('gives neighbouring seeds and other purposes streams of their own', () => {
    const streams = [0, 1, 2, 3].flatMap((seed) =>
      ['weights', 'task'].map((purpose) => createRandom(seed, purpose).normals(1000)),
    );
    for (const [index, a] of streams.entries()) {
      for (const b of streams.slice(index + 1)) {
        const correlation = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / a.length;
        expect(Math.abs(correlation)).toBeLessThan(0.13);
      }
    }
  });

  it('draws normals with the moments of a normal distribution', () => {
    const { mean, variance, fourth } = moments(createRandom(7, 'moments').normals(1_000_000));
    expect(mean).toBeCloseTo(0, 2);
    expect(variance).toBeCloseTo(1, 2);
    expect(Math.abs(fourth - 3)).toBeLessThan(0.1);
  });

  it('draws as many normals beyond every bound as the bell has there, out into the tail', () => {
    const values = createRandom(11, 'tails').normals(1_000_000);
    // Two-sided tail probabilities of the standard normal.
    for (const [bound, share] of [
      [0.25, 0.80259],
      [1, 0.31731],
      [2, 0.0455],
      [3, 0.0026998],
      [3.5, 0.00046526],
    ] as const) {
      const beyond = values.filter((value) => Math.abs(value) > bound).length / values.length;
      const deviation = Math.sqrt((share * (1 - share)) / values.length);
      expect(Math.abs(beyond - share), `beyond ${bound}`).toBeLessThan(4 * deviation);
    }
  });

  it('scales normals by the standard deviation asked for', () => {
    expect(moments(createRandom(3, 'scale').normals(100_000, 0.25)).variance).toBeCloseTo(0.0625, 3);
  });

  it('fills odd counts', () => {
    expect(createRandom(1, 'odd').normals(3)).toHaveLength(3);
    expect(createRandom(1, 'odd').normals(1)[0]).not.toBe(0);
  });

  it('permutes without losing anything', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(40), (seed, count) => {
        const order = createRandom(seed, 'order').permutation(count);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });
});
