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
  const reading = { slots, for: slots.map(() => noHits), against: slots.map(() => noHits) };
  for (const hit of hits) {
    const slot = slots[hit.slot];
    const bearing = slot === undefined ? 'neither' : bearingOf(hit, slot);
    if (bearing === 'for') add(reading.for, hit);
    else if (bearing === 'against') add(reading.against, hit);
  }
  return reading;
}

/** Stands for the lists of the many slots that nothing hits. */
const noHits: Hit[] = [];

function add(lists: Hit[][], hit: Hit): void {
  const list = lists[hit.slot];
  if (list === undefined || list === noHits) lists[hit.slot] = [hit];
  else list.push(hit);
}

/**
 * Which slots each block of the text hits, as bits, by block; a block is a sentence, or a stretch of one that is too
 * long to hold a single thought.
 */
export function slotsByBlock(
  hits: readonly (readonly Hit[])[],
  blockOf: readonly number[],
): readonly number[] {
  const masks = new Array<number>((blockOf.at(-1) ?? 0) + 1).fill(0);
  hits.forEach((ofSlot, slot) => {
    for (const { from } of ofSlot) {
      const block = blockOf[from] ?? 0;
      masks[block] = (masks[block] ?? 0) | (1 << slot);
    }
  });
  return masks;
}

/** The slots that any of the blocks hits. */
export function slotsAnywhere(masks: readonly number[]): number {
  let anywhere = 0;
  for (const mask of masks) anywhere |= mask;
  return anywhere;
}

/** Together the slots weigh this much. */
export function weightOf(mask: number, slots: readonly PreparedSlot[]): number {
  let weight = 0;
  let bit = 1;
  for (const slot of slots) {
    if ((mask & bit) !== 0) weight += slot.weight;
    bit <<= 1;
  }
  return weight;
}

/** Of any two blocks together, the slots that weigh most. */
export function bestOfTwoBlocks(masks: readonly number[], slots: readonly PreparedSlot[]): number {
  const anywhere = slotsAnywhere(masks);
  // Nearly always one block says it all.
  if (masks.includes(anywhere)) return anywhere;
  const distinct = new Set(masks);
  let best = 0;
  for (const first of distinct) {
    for (const second of distinct) {
      if (weightOf(first | second, slots) > weightOf(best, slots)) best = first | second;
    }
  }
  return best;
}
