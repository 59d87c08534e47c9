import { describe, expect, it } from 'vitest';
import { agreementOf, distanceToBand, type Graded } from './agreement.ts';

const graded = (score: number, low: number, high: number): Graded => ({
  question: 'any',
  sample: { kind: 'good', language: 'en', answer: 'any', score: [low, high], blind: false },
  score,
});

describe('the agreement of scores with a human marker', () => {
  it('measures the distance to the nearer end of the band, and nothing inside', () => {
    expect(distanceToBand(graded(0.5, 0.25, 0.75))).toBe(0);
    expect(distanceToBand(graded(0.75, 0.25, 0.75))).toBe(0);
    expect(distanceToBand(graded(1, 0.25, 0.75))).toBe(0.25);
    expect(distanceToBand(graded(0, 0.25, 0.75))).toBe(0.25);
  });

  it('is complete when every score lies inside and grows with the middle of its band', () => {
    expect(agreementOf([graded(0.1, 0, 0.2), graded(0.5, 0.4, 0.6), graded(0.9, 0.8, 1)])).toEqual({
      n: 3,
      inside: 1,
      distance: 0,
      pearson: expect.closeTo(1, 12),
    });
  });

  it('counts a score outside its band as a miss at its distance', () => {
    const { inside, distance } = agreementOf([graded(0.1, 0, 0.2), graded(1, 0, 0.5)]);
    expect(inside).toBe(0.5);
    expect(distance).toBe(0.25);
  });
});
