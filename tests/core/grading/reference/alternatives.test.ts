import { describe, expect, it } from 'vitest';
import { alternativesIn } from '../../../../src/core/grading/reference/alternatives.ts';

describe('alternativesIn', () => {
  it('takes a reference without alternatives as it is', () => {
    const reference = 'Both of the following hold: it is fast; it is small.';
    expect(alternativesIn(reference)).toEqual([reference]);
  });

  it.each([
    ['bullets', 'It converges. One of the following reasons: ● it is convex ● the step is small'],
    ['numbers', 'It converges. Any of the following: 1. it is convex 2. the step is small'],
    ['semicolons', 'It converges. At least one of the following: it is convex; the step is small'],
    ['lines', 'It converges. Either of the following:\n- it is convex\n- the step is small'],
  ])('makes one reference of each alternative, with what they share: %s', (_, reference) => {
    const [first = '', second = '', ...others] = alternativesIn(reference);
    expect(first).toMatch(/^It converges\. .*it is convex$/su);
    expect(second).toMatch(/^It converges\. .*the step is small$/su);
    expect(others).toEqual([]);
  });

  it('reads the same in Chinese', () => {
    expect(alternativesIn('会收敛。以下任一理由：①目标是凸的；②步长足够小')).toEqual([
      '会收敛。目标是凸的；',
      '会收敛。步长足够小',
    ]);
  });

  it('leaves an announcement that nothing follows alone', () => {
    const reference = 'The mass is one of the following.';
    expect(alternativesIn(reference)).toEqual([reference]);
  });
});
