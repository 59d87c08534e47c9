import type { Hit } from './find-hits.ts';
import { contentOf, type ReadAnswer } from './read-answer.ts';
import type { ClaimReading } from './read-claim.ts';

/** What an answer says against a point. */
export interface Contradiction {
  /** Slots that are denied, as bits; 0 when the point is not contradicted. */
  readonly slots: number;
  /** The answer asserts the point as well, in nearly the same words. */
  readonly saysBoth: boolean;
}

const none: Contradiction = { slots: 0, saysBoth: false };

/** Share of words in which an assertion and its denial are the same sentence but for the "not". */
const sameSentenceShare = 0.6;

/** The items of a list that are denied and nowhere asserted; each stands alone. */
export function deniedItems({ for: asserted, against }: ClaimReading): Contradiction {
  const denied =
    bitsWhere(against, (hits) => hits.length > 0) & ~bitsWhere(asserted, (hits) => hits.length > 0);
  return { slots: denied, saysBoth: false };
}

/** Whether an answer denies a point, going by sentences that speak of all of it. */
export function findContradiction(reading: ClaimReading, answer: ReadAnswer): Contradiction {
  const against = sentences(reading.against, answer).filter(([sentence]) => !answer.contrasts.has(sentence));
  if (against.length === 0) return none;
  const asserted = new Map(sentences(reading.for, answer));
  const core = bitsWhere(reading.slots, ({ generic }) => !generic);
  const reversed = against.filter(([sentence, denied]) => {
    const said = asserted.get(sentence) ?? 0;
    return ((said | denied) & core) === core && (denied & ~said) !== 0;
  });
  const full = [...asserted].filter(([, said]) => (said & core) === core).map(([sentence]) => sentence);
  if (reversed.length > 0 && full.length === 0) return { slots: bits(reversed), saysBoth: false };
  if (reversed.some(([denial]) => full.some((assertion) => areAlike(answer, denial, assertion)))) {
    return { slots: 0, saysBoth: true };
  }
  return { slots: deniedOutright(reading, against, asserted), saysBoth: false };
}

/** Slots that are only ever denied, beside other words of the point. */
function deniedOutright(
  reading: ClaimReading,
  against: readonly SentenceSlots[],
  asserted: ReadonlyMap<number, number>,
): number {
  const anywhere = bits([...asserted]);
  const denied = against.filter(([sentence, slots]) => {
    const only = slots & ~anywhere;
    return only !== 0 && (((asserted.get(sentence) ?? 0) | slots) & ~only & ~0) !== 0;
  });
  const several = against.filter(([, slots]) => moreThanOne(slots & ~anywhere));
  const found = bits([...denied, ...several]) & ~anywhere;
  // Denying only what the question itself says denies no point.
  return (found & bitsWhere(reading.slots, ({ generic }) => !generic)) === 0 ? 0 : found;
}

type SentenceSlots = readonly [sentence: number, slots: number];

function sentences(hits: readonly (readonly Hit[])[], { units }: ReadAnswer): readonly SentenceSlots[] {
  const masks = new Map<number, number>();
  hits.forEach((ofSlot, slot) => {
    for (const { from } of ofSlot) {
      const sentence = units[from]?.sentence ?? 0;
      masks.set(sentence, (masks.get(sentence) ?? 0) | (1 << slot));
    }
  });
  return [...masks];
}

const bits = (slots: readonly SentenceSlots[]) => slots.reduce((mask, [, each]) => mask | each, 0);
const moreThanOne = (mask: number) => (mask & (mask - 1)) !== 0;

function bitsWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((mask, item, index) => (holds(item) ? mask | (1 << index) : mask), 0);
}

function areAlike(answer: ReadAnswer, first: number, second: number): boolean {
  const a = contentOf(answer, first);
  const b = contentOf(answer, second);
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= sameSentenceShare * (a.size + b.size - shared);
}
