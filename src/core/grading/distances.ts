import type { Hit } from './find-hits.ts';

/** No other slot was hit. */
const alone = 0x7fffffff;

/** Distances by slot and hit, in units. */
export type Distances = readonly (readonly number[])[];

/**
 * How many units lie between each hit and the nearest one of another slot, by slot and hit; 0 where they touch, the
 * same large number everywhere where only one slot was hit. Nothing where no slot was hit twice, for then there is
 * nothing to choose. The hits of a slot come in order of their places; one walk in each direction, for an answer may
 * hit a slot in very many places.
 */
export function distancesToOthers(slots: readonly (readonly Hit[])[]): Distances {
  if (slots.every(({ length }) => length < 2)) return [];
  const distances = slots.map(({ length }) => new Array<number>(length).fill(alone));
  const order = byPlace(slots);
  let last: Hit | undefined;
  let ofOther: Hit | undefined;
  const walked = slots.map(() => 0);
  for (const hit of order) {
    if (last !== undefined && last.slot !== hit.slot) ofOther = last;
    last = hit;
    const at = walked[hit.slot] ?? 0;
    walked[hit.slot] = at + 1;
    if (ofOther !== undefined) note(distances[hit.slot], at, hit.from - ofOther.to);
  }
  last = undefined;
  ofOther = undefined;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const hit = order[place];
    if (hit === undefined) continue;
    if (last !== undefined && last.slot !== hit.slot) ofOther = last;
    last = hit;
    const at = (walked[hit.slot] ?? 0) - 1;
    walked[hit.slot] = at;
    if (ofOther !== undefined) note(distances[hit.slot], at, ofOther.from - hit.to);
  }
  return distances;
}

function note(distances: number[] | undefined, at: number, distance: number): void {
  if (distances !== undefined) distances[at] = Math.max(0, Math.min(distance, distances[at] ?? alone));
}

/** The hits of all slots in order of their places; of hits at one place that of the earlier slot first. */
function byPlace(slots: readonly (readonly Hit[])[]): readonly Hit[] {
  const order: Hit[] = [];
  const taken = slots.map(() => 0);
  for (;;) {
    let first: Hit | undefined;
    for (let slot = 0; slot < slots.length; slot += 1) {
      const hit = slots[slot]?.[taken[slot] ?? 0];
      if (hit !== undefined && (first === undefined || hit.from < first.from)) first = hit;
    }
    if (first === undefined) return order;
    order.push(first);
    taken[first.slot] = (taken[first.slot] ?? 0) + 1;
  }
}

/** Of several places of a slot the one nearest to another slot's; the first of equals. */
export function nearestOf(hits: readonly Hit[], distances: readonly number[] | undefined): Hit | undefined {
  let nearest = 0;
  for (let at = 1; at < hits.length; at += 1) {
    if ((distances?.[at] ?? alone) < (distances?.[nearest] ?? alone)) nearest = at;
  }
  return hits[nearest];
}
