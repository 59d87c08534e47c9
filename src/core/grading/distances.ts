import type { Hit } from './find-hits.ts';

/**
 * How many units lie between each hit and the nearest one of another slot; 0 where they touch, nothing where no other
 * slot was hit. One walk in each direction: an answer may hit a slot in very many places.
 */
export function distancesToOthers(slots: readonly (readonly Hit[])[]): ReadonlyMap<Hit, number> {
  const distances = new Map<Hit, number>();
  if (slots.filter(({ length }) => length > 0).length < 2) return distances;
  const inOrder = slots.flat().toSorted((a, b) => a.from - b.from || a.to - b.to);
  note(inOrder, (hit, before) => hit.from - before.to, distances);
  note(inOrder.toReversed(), (hit, after) => after.from - hit.to, distances);
  return distances;
}

/** Of several places of a slot the one nearest to another slot's; the first of equals. */
export function nearestOf(hits: readonly Hit[], distances: ReadonlyMap<Hit, number>): Hit | undefined {
  let nearest: Hit | undefined;
  for (const hit of hits) {
    if (nearest === undefined || (distances.get(hit) ?? 0) < (distances.get(nearest) ?? 0)) nearest = hit;
  }
  return nearest;
}

/** Notes each hit's distance to the last one of another slot that was passed. */
function note(
  hits: readonly Hit[],
  between: (hit: Hit, passed: Hit) => number,
  distances: Map<Hit, number>,
): void {
  let last: Hit | undefined;
  let lastOfOther: Hit | undefined;
  for (const hit of hits) {
    if (last !== undefined && last.slot !== hit.slot) lastOfOther = last;
    if (lastOfOther !== undefined) {
      const distance = Math.max(0, between(hit, lastOfOther));
      distances.set(hit, Math.min(distance, distances.get(hit) ?? distance));
    }
    last = hit;
  }
}
