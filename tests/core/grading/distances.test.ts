import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distancesToOthers } from '../../../src/core/grading/distances.ts';
import type { Hit } from '../../../src/core/grading/find-hits.ts';

const hit = (slot: number, from: number, to: number): Hit => ({
  claim: 0,
  slot,
  term: 0,
  from,
  to,
  typos: 0,
  quality: 1,
  related: false,
  loose: false,
  opposite: false,
  polarity: { negated: false, prevented: false },
});

it('counts the units between a hit and the nearest one of another slot', () => {
  const [first, near, other] = [hit(0, 0, 2), hit(0, 8, 9), hit(1, 10, 12)];
  const distances = distancesToOthers([[first, near], [other]]);
  expect([first, near, other].map((each) => distances.get(each))).toEqual([8, 1, 1]);
});

it('says nothing of hits that have no other slot beside them', () => {
  expect(distancesToOthers([[hit(0, 0, 1), hit(0, 5, 6)], []]).size).toBe(0);
});

it('finds what looking at every pair finds, for hits of one length', () => {
  const places = fc.array(fc.tuple(fc.nat(3), fc.nat(40)), { maxLength: 20 });
  fc.assert(
    fc.property(places, (found) => {
      const hits = found.map(([slot, from]) => hit(slot, from, from + 2));
      const slots = [0, 1, 2, 3].map((slot) => hits.filter((each) => each.slot === slot));
      const distances = distancesToOthers(slots);
      for (const each of hits) {
        const others = hits.filter(({ slot }) => slot !== each.slot);
        const nearest = others.map((other) => Math.max(0, each.from - other.to, other.from - each.to));
        expect(distances.get(each)).toBe(others.length === 0 ? undefined : Math.min(...nearest));
      }
    }),
  );
});
