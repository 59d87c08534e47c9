import { describe, expect, it } from 'vitest';
import { median } from '../../../src/experiments/maths/median.ts';

describe('median', () => {
  it('is the middle of an odd number of values, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('lies half-way between the two in the middle of an even number', () => {
    expect(median(Float32Array.of(4, 1, 2, 100))).toBe(3);
  });

  it('is NaN of nothing', () => {
    expect(median([])).toBeNaN();
  });
});
