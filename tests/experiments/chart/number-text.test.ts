import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, powerOfTen, readable } from '../../../src/experiments/chart/number-text.ts';

describe('powerOfTen', () => {
  it('writes real superscripts', () => {
    expect([-12, -1, 0, 7].map(powerOfTen)).toEqual(['10⁻¹²', '10⁻¹', '10⁰', '10⁷']);
  });
});

describe('readable', () => {
  it.each([
    [0, '0'],
    [0.79432, '0.794'],
    [-38.12, '−38.1'],
    [1, '1'],
    [10680, '10,680'],
    [1.03e-12, '1.0×10⁻¹²'],
    [9.96e-4, '1.0×10⁻³'],
    [2.5e7, '2.5×10⁷'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NaN, 'NaN'],
  ])('writes %d as %s', (value, text) => {
    expect(readable(value)).toBe(text);
  });

  it('never writes the e of a programmer', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(readable(value)).not.toMatch(/e/);
      }),
    );
  });
});

describe('fold', () => {
  it('counts shrinking and growing alike', () => {
    expect([1e-12, 1.3e-3, 0.05, 38.1, 3812, 11_900].map(fold)).toEqual([
      '10¹²',
      '770',
      '20',
      '38',
      '3,800',
      '10⁴',
    ]);
  });
});
