import type { Hit } from './find-hits.ts';
import { sentenceAround, signals, toSignals } from './match/sentence.ts';
import type { ReadAnswer } from './read-answer.ts';
import type { ClaimReading } from './read-claim.ts';
import { plays, role } from './text/roles.ts';

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
  if (reading.against.every(({ length }) => length === 0)) return none;
  const against = sentences(reading.against, answer).filter(({ at }) => !isContrast(answer, at));
  if (against.length === 0) return none;
  const assertions = sentences(reading.for, answer);
  const asserted = new Map(assertions.map(({ sentence, slots }) => [sentence, slots]));
  const core = bitsWhere(reading.slots, ({ generic }) => !generic);
  const reversed = against.filter(({ sentence, slots: denied }) => {
    const said = asserted.get(sentence) ?? 0;
    // "With ReLU the gradient does not vanish" says nothing against "sigmoid's vanishes": it shares no word but the denied.
    const isAbout = reading.slots.length === 1 || moreThanOne(said | denied);
    return isAbout && ((said | denied) & core) === core && (denied & ~said) !== 0;
  });
  const full = assertions.filter(({ slots: said }) => (said & core) === core);
  if (reversed.length > 0 && full.length === 0) return { slots: bits(reversed), saysBoth: false };
  if (someAlike(answer, reversed, full)) return { slots: 0, saysBoth: true };
  return { slots: deniedOutright(reading, against, asserted), saysBoth: false };
}

const contrasts = toSignals(
  'unlike whereas while contrast contrary compared comparison versus vs',
  '不像 相比 相反 不同 对比 反之',
);

/** A sentence that sets one thing against another ("unlike sigmoid, …") may deny something of the other. */
function isContrast({ units }: ReadAnswer, at: number): boolean {
  const [from, to] = sentenceAround(units, at);
  return signals(contrasts, units, from, to);
}

/** Slots that are only ever denied, beside other words of the point. */
function deniedOutright(
  reading: ClaimReading,
  against: readonly SentenceSlots[],
  asserted: ReadonlyMap<number, number>,
): number {
  const anywhere = [...asserted.values()].reduce((mask, each) => mask | each, 0);
  const denied = against.filter(({ sentence, slots }) => {
    const only = slots & ~anywhere;
    return only !== 0 && (((asserted.get(sentence) ?? 0) | slots) & ~only) !== 0;
  });
  const several = against.filter(({ slots }) => moreThanOne(slots & ~anywhere));
  const found = bits([...denied, ...several]) & ~anywhere;
  // Denying only what the question itself says denies no point.
  return (found & bitsWhere(reading.slots, ({ generic }) => !generic)) === 0 ? 0 : found;
}

interface SentenceSlots {
  readonly sentence: number;
  /** Position of a unit in it. */
  readonly at: number;
  /** Slots found in it, as bits. */
  readonly slots: number;
}

function sentences(hits: readonly (readonly Hit[])[], { units }: ReadAnswer): readonly SentenceSlots[] {
  const found = new Map<number, SentenceSlots>();
  hits.forEach((ofSlot, slot) => {
    for (const { from } of ofSlot) {
      const sentence = units[from]?.sentence ?? 0;
      const known = found.get(sentence);
      found.set(sentence, { sentence, at: from, slots: (known?.slots ?? 0) | (1 << slot) });
    }
  });
  return [...found.values()];
}

const bits = (found: readonly SentenceSlots[]) => found.reduce((mask, { slots }) => mask | slots, 0);
const moreThanOne = (mask: number) => (mask & (mask - 1)) !== 0;

function bitsWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((mask, item, index) => (holds(item) ? mask | (1 << index) : mask), 0);
}

/** Whether a denial and an assertion say nearly the same words. */
function someAlike(
  answer: ReadAnswer,
  denials: readonly SentenceSlots[],
  assertions: readonly SentenceSlots[],
): boolean {
  if (denials.length === 0) return false;
  const asserted = assertions.map(({ at }) => contentAround(answer, at));
  return denials.some(({ at }) => {
    const denied = contentAround(answer, at);
    return asserted.some((content) => areAlike(denied, content));
  });
}

/** The stems of a sentence's content words. */
function contentAround({ units }: ReadAnswer, at: number): ReadonlySet<string> {
  const sentence = units.slice(...sentenceAround(units, at)).filter((unit) => !plays(unit, role.filler));
  return new Set(sentence.map(({ symbol }) => symbol));
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared >= sameSentenceShare * (a.size + b.size - shared);
}
