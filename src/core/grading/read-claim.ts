import type { Hit } from './find-hits.ts';
import type { PreparedSlot } from './prepared-rubric.ts';

/** How one hit bears on its slot. */
type Bearing = 'for' | 'against' | 'neither';

/** Whether the words speak for the slot as its rubric means it. */
function bearingOf(hit: Hit, slot: PreparedSlot): Bearing {
  const { negated, prevented } = hit.polarity;
  const denied = slot.preventable && prevented ? !negated : negated;
  // "does not increase" is not yet "decreases", and what the opposite of a denied slot says is anyone's guess.
  if (hit.opposite) return denied || slot.negated ? 'neither' : 'against';
  return denied === slot.negated ? 'for' : 'against';
}

/** The hits of one claim, by slot. */
export interface ClaimReading {
  readonly slots: readonly PreparedSlot[];
  readonly for: readonly (readonly Hit[])[];
  readonly against: readonly (readonly Hit[])[];
}

/** Sorts a claim's hits into those that speak for its slots and those that speak against. */
export function readClaim(slots: readonly PreparedSlot[], hits: readonly Hit[]): ClaimReading {
  const sorted = { for: slots.map((): Hit[] => []), against: slots.map((): Hit[] => []) };
  for (const hit of hits) {
    const slot = slots[hit.slot];
    const bearing = slot === undefined ? 'neither' : bearingOf(hit, slot);
    if (bearing !== 'neither') sorted[bearing][hit.slot]?.push(hit);
  }
  return { slots, ...sorted };
}

/**
 * Which slots each block of the text hits, as bits; a block is a sentence, or a stretch of one that is too long to
 * hold a single thought.
 */
export function slotsByBlock(
  hits: readonly (readonly Hit[])[],
  blockOf: readonly number[],
): ReadonlyMap<number, number> {
  const masks = new Map<number, number>();
  hits.forEach((ofSlot, slot) => {
    for (const { from } of ofSlot) {
      const block = blockOf[from] ?? 0;
      masks.set(block, (masks.get(block) ?? 0) | (1 << slot));
    }
  });
  return masks;
}

/** Together the slots weigh this much. */
export function weightOf(mask: number, slots: readonly PreparedSlot[]): number {
  let weight = 0;
  slots.forEach((slot, index) => {
    if (mask & (1 << index)) weight += slot.weight;
  });
  return weight;
}

/** Of any two blocks together, the slots that weigh most. */
export function bestOfTwoBlocks(masks: ReadonlyMap<number, number>, slots: readonly PreparedSlot[]): number {
  const distinct = [...new Set(masks.values())];
  const anywhere = distinct.reduce((mask, each) => mask | each, 0);
  // Nearly always one block says it all.
  if (distinct.includes(anywhere)) return anywhere;
  let best = 0;
  for (const first of distinct) {
    for (const second of distinct) {
      if (weightOf(first | second, slots) > weightOf(best, slots)) best = first | second;
    }
  }
  return best;
}
