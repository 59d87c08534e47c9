import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distancesToOthers, nearestOf } from '../../../src/core/grading/distances.ts';
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
  const distances = distancesToOthers([[hit(0, 0, 2), hit(0, 8, 9)], [hit(1, 10, 12)]]);
  expect(distances.map((ofSlot) => [...ofSlot])).toEqual([[8, 1], [1]]);
});

it('makes no difference between hits that have no other slot beside them', () => {
  const [distances] = distancesToOthers([[hit(0, 0, 1), hit(0, 5, 6)], []]);
  expect(new Set(distances).size).toBe(1);
});

it('chooses the nearest place of a slot, the first of equals', () => {
  const [first, second] = [hit(0, 0, 1), hit(0, 5, 6)];
  expect(nearestOf([first, second], [3, 2])).toBe(second);
  expect(nearestOf([first, second], [2, 2])).toBe(first);
  expect(nearestOf([], undefined)).toBeUndefined();
});

it('finds what looking at every pair finds', () => {
  const places = fc.array(fc.tuple(fc.nat(3), fc.nat(40)), { maxLength: 20 });
  fc.assert(
    fc.property(places, (found) => {
      const hits = found.toSorted(([, a], [, b]) => a - b).map(([slot, from]) => hit(slot, from, from + 2));
      const slots = [0, 1, 2, 3].map((slot) => hits.filter((each) => each.slot === slot));
      const distances = distancesToOthers(slots);
      slots.forEach((ofSlot, slot) => {
        const others = hits.filter((each) => each.slot !== slot);
        ofSlot.forEach((each, at) => {
          const all = others.map((other) => Math.max(0, each.from - other.to, other.from - each.to));
          const nothingToChoose = slots.every(({ length }) => length < 2);
          expect(distances[slot]?.[at]).toBe(nothingToChoose ? undefined : Math.min(0x7fffffff, ...all));
        });
      });
    }),
  );
});
