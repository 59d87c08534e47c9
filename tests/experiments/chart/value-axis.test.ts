import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAxis, linearAxis, powerAxis } from '../../../src/experiments/chart/value-axis.ts';

const labels = ({ ticks }: { readonly ticks: readonly { readonly label: string }[] }) =>
  ticks.map(({ label }) => label);

describe('powerAxis', () => {
  it('labels whole powers of ten, and 1 as 1', () => {
    expect(labels(powerAxis([1, 1e-12]))).toEqual(['10⁻¹²', '10⁻¹⁰', '10⁻⁸', '10⁻⁶', '10⁻⁴', '10⁻²', '1']);
  });

  it('draws underflow on a floor labelled 0, below everything else', () => {
    const axis = powerAxis([1, 1e-6, 0]);
    expect(axis.position(0)).toBe(axis.domain[0]);
    expect(axis.position(0)).toBeLessThan(axis.position(1e-6));
    expect(labels(axis)[0]).toBe('0');
  });

  it('draws overflow on a ceiling labelled ∞', () => {
    const axis = powerAxis([1, 1e6, Number.POSITIVE_INFINITY, Number.NaN]);
    expect(axis.position(Number.NaN)).toBe(axis.domain[1]);
    expect(labels(axis).at(-1)).toBe('∞');
  });

  it('holds every value, in few enough ticks to read', () => {
    const values = fc.array(fc.oneof(fc.double({ min: 0, max: 1e38, noNaN: true }), fc.constant(0)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(values, (given) => {
        const axis = powerAxis(given);
        for (const value of given) {
          expect(axis.position(value)).toBeGreaterThanOrEqual(axis.domain[0] - 1e-5);
          expect(axis.position(value)).toBeLessThanOrEqual(axis.domain[1] + 1e-5);
        }
        expect(axis.ticks.length).toBeGreaterThan(1);
        expect(axis.ticks.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('linearAxis', () => {
  it('starts at 0 and ends on a round number', () => {
    expect(labels(linearAxis([0.13, 0.97]))).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
  });

  it('goes below 0 when a value does', () => {
    expect(linearAxis([-0.2, 1]).domain[0]).toBeLessThanOrEqual(-0.2);
  });

  it('holds every value', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (given) => {
        const { domain } = linearAxis(given);
        const rounding = 1e-6 * (domain[1] - domain[0]);
        expect(Math.min(...given)).toBeGreaterThanOrEqual(domain[0] - rounding);
        expect(Math.max(...given)).toBeLessThanOrEqual(domain[1] + rounding);
      }),
    );
  });
});

describe('countAxis', () => {
  it.each([
    [1, 20, ['1', '5', '10', '15', '20']],
    [1, 2, ['1', '2']],
    [0, 100, ['0', '20', '40', '60', '80', '100']],
  ])('ticks both ends of %d to %d and round numbers between', (first, last, expected) => {
    expect(labels(countAxis(first, last))).toEqual(expected);
  });
});
