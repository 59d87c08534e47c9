import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitIsotonic } from './isotonic.ts';
import { auc, mean, pearson, percentile, quadraticKappa, ranks, rmse, spearman } from './statistics.ts';

describe('the statistics of the bench', () => {
  it('correlates known figures', () => {
    expect(pearson([1, 2, 3, 4], [2, 4, 6, 8])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3, 4], [8, 6, 4, 2])).toBeCloseTo(-1, 12);
    // Anscombe's first quartet.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(pearson(x, y)).toBeCloseTo(0.81642, 5);
    expect(pearson([1, 1, 1], [1, 2, 3])).toBe(0);
  });

  it('ranks ties by their mean and correlates ranks', () => {
    expect(ranks([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4]);
    expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 12);
    // 1 - 6·Σd² / n(n²-1) with Σd² = 8, n = 5.
    expect(spearman([1, 2, 3, 4, 5], [2, 1, 4, 5, 3])).toBeCloseTo(0.6, 12);
  });

  it('weighs disagreement by its square', () => {
    const gold = [0, 0.5, 1, 1];
    expect(quadraticKappa(gold, gold)).toBeCloseTo(1, 12);
    expect(quadraticKappa([0.1, 0.6, 0.9, 0.8], gold)).toBeCloseTo(1, 12);
    // Observed mean square 1/4, expected over all pairs of margins 1/2.
    expect(
      quadraticKappa(
        [0, 0, 1, 1],
        [0, 1, 0.5, 1].map((mark) => (mark === 0.5 ? 1 : mark)),
      ),
    ).toBeCloseTo(0.5, 12);
    expect(quadraticKappa([1, 1, 1], [0, 0.5, 1])).toBeCloseTo(0, 12);
  });

  it('counts the pairs that are in order', () => {
    expect(auc([0.9, 0.8], [0.1, 0.2])).toBe(1);
    expect(auc([0.9, 0.1], [0.5])).toBe(0.5);
    expect(auc([0.5], [0.5])).toBe(0.5);
    expect(auc([3, 5, 6], [1, 4])).toBeCloseTo(5 / 6, 12);
    expect(auc([], [1])).toBeNaN();
  });

  it('takes means, errors and percentiles', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(rmse([0, 0, 0], [1, 2, 2])).toBeCloseTo(Math.sqrt(3), 12);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  });
});

describe('fitIsotonic', () => {
  it('pools neighbours that are out of order', () => {
    const map = fitIsotonic([1, 2, 3, 4], [0, 0.6, 0.2, 1]);
    expect([1, 2, 3, 4].map(map).map((mark) => Number(mark.toFixed(4)))).toEqual([0, 0.4, 0.4, 1]);
    expect(map(1.5)).toBeCloseTo(0.2, 12);
    expect(map(0)).toBe(0);
    expect(map(9)).toBe(1);
  });

  it('never falls and never leaves the range of the marks', () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        const map = fitIsotonic(
          points.map(([score]) => score),
          points.map(([, mark]) => mark),
        );
        const read = Array.from({ length: 21 }, (_, step) => map(step / 20));
        for (let at = 1; at < read.length; at += 1)
          expect(read[at]).toBeGreaterThanOrEqual((read[at - 1] ?? 0) - 1e-9);
        expect(Math.min(...read)).toBeGreaterThanOrEqual(Math.min(...points.map(([, mark]) => mark)) - 1e-9);
        expect(Math.max(...read)).toBeLessThanOrEqual(Math.max(...points.map(([, mark]) => mark)) + 1e-9);
      }),
    );
  });
});
