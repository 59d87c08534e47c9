import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestValues } from '../../../src/app/demo/suggest-values.ts';
import type { ParameterInfo } from '../../../src/app/ports/laboratory.ts';

const title = { en: 'depth', zh: '深度' };
const number = (
  kind: 'integer' | 'number',
  range: readonly [number, number],
  usual: number,
): ParameterInfo => ({
  name: 'depth',
  title,
  kind,
  range,
  default: usual,
});

describe('values to offer', () => {
  it.each([
    [number('integer', [2, 60], 20), [2, 5, 10, 20, 50, 60]],
    [number('integer', [20, 100], 50), [20, 30, 40, 50, 60, 70, 80, 90, 100]],
    [number('integer', [1, 6], 2), [1, 2, 3, 4, 5, 6]],
    [number('number', [0.001, 1], 0.1), [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]],
    [number('number', [0, 1], 0.25), [0, 0.2, 0.25, 0.4, 0.6, 0.8, 1]],
  ])('are round: %o', (info, values) => {
    expect(suggestValues(info)).toEqual(values);
  });

  it('are all of a choice, and both of a switch', () => {
    const choices = ['relu', 'tanh'];
    expect(suggestValues({ name: 'a', title, kind: 'choice', choices, default: 'relu' })).toEqual(choices);
    expect(suggestValues({ name: 'a', title, kind: 'boolean', default: false })).toEqual([true, false]);
  });

  it('are few, rising, in range, and hold the default', () => {
    const bounds = fc.tuple(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('integer', 'number'),
    );
    fc.assert(
      fc.property(bounds, ([low, width, at, kind]) => {
        const usual = low + Math.round(width * at);
        const values = suggestValues(number(kind, [low, low + width], usual)).map(Number);
        expect(values.length).toBeLessThanOrEqual(12);
        expect(values).toContain(usual);
        expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
        expect(values.every((value) => value >= low && value <= low + width)).toBe(true);
        if (kind === 'integer') expect(values.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
