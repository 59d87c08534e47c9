import type { Hit } from './find-hits.ts';

/** No other slot was hit. */
const alone = 0x7fffffff;

/**
 * How many units lie between each hit and the nearest one of another slot, by slot and hit; 0 where they touch, the
 * same large number everywhere where only one slot was hit. Nothing where no slot was hit twice, for then there is
 * nothing to choose. One walk in each direction over plain numbers: an answer may hit a slot in very many places.
 */
export function distancesToOthers(slots: readonly (readonly Hit[])[]): readonly Int32Array[] {
  if (slots.every(({ length }) => length < 2)) return [];
  const hits = slots.flat();
  const distances = new Int32Array(hits.length).fill(alone);
  const order = byPlace(hits);
  note(order, hits, distances, (hit, before) => hit.from - before.to);
  note(order.reverse(), hits, distances, (hit, after) => after.from - hit.to);
  let end = 0;
  return slots.map(({ length }) => {
    end += length;
    return distances.subarray(end - length, end);
  });
}

/** Positions of the hits in order of their places; of hits at one place the earlier in the list first. */
function byPlace(hits: readonly Hit[]): Int32Array {
  const keys = new Float64Array(hits.length);
  hits.forEach(({ from }, index) => {
    keys[index] = from * hits.length + index;
  });
  const order = new Int32Array(hits.length);
  keys.sort().forEach((key, rank) => {
    order[rank] = key % hits.length;
  });
  return order;
}

/** Of several places of a slot the one nearest to another slot's; the first of equals. */
export function nearestOf(hits: readonly Hit[], distances: Int32Array | undefined): Hit | undefined {
  let nearest = 0;
  for (let at = 1; at < hits.length; at += 1) {
    if ((distances?.[at] ?? alone) < (distances?.[nearest] ?? alone)) nearest = at;
  }
  return hits[nearest];
}

/** Notes each hit's distance to the last one of another slot that was passed. */
function note(
  order: Int32Array,
  hits: readonly Hit[],
  distances: Int32Array,
  between: (hit: Hit, passed: Hit) => number,
): void {
  let last: Hit | undefined;
  let lastOfOther: Hit | undefined;
  for (const index of order) {
    const hit = hits[index];
    if (hit === undefined) continue;
    if (last !== undefined && last.slot !== hit.slot) lastOfOther = last;
    last = hit;
    if (lastOfOther === undefined) continue;
    const distance = Math.max(0, between(hit, lastOfOther));
    distances[index] = Math.min(distance, distances[index] ?? alone);
  }
}
