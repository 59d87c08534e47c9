import { plays, role } from '../text/roles.ts';
import { gap, type Unit } from '../text/unit.ts';
import type { Cue } from './find-cues.ts';

/** What the cues around a stretch of text do to it. */
export interface Polarity {
  /** An odd number of negations: the words are denied. */
  readonly negated: boolean;
  /** Something is said to prevent it. */
  readonly prevented: boolean;
}

/** A text's cues, laid out for looking up what they reach. */
export interface Negation {
  readonly units: readonly Unit[];
  /** The cue that ends before a unit, by that unit's position. */
  readonly endingAt: readonly (Cue | undefined)[];
  /** The cue that starts with a unit. */
  readonly startingAt: readonly (Cue | undefined)[];
  /** For each unit, how many wide cues of its sentence end before it; empty where there are none at all. */
  readonly widesBefore: readonly number[];
  /** Something is denied by what follows it. */
  readonly deniesAfter: boolean;
}

/** How far a cue reaches, in words; a Chinese character counts for less than a word. */
const reachWords = 6;
const hanWords = 0.6;
/** "hardly" holds on to its verb alone. */
const hardly = new Set(['hardly', 'barely', 'rarely', 'seldom']);
const hardlyReachWords = 2;
/** They begin a new thought, but belong to the predicate that follows: 裁剪也不起作用. */
const adverbs = new Set('也还又仍并'.split(''));
/** "no", "without" and one-character cues (不, 非) hold on to what stands close by. */
const shortReachWords = 3.6;

/** Lays out the cues of a text. */
export function readNegation(units: readonly Unit[], cues: readonly Cue[]): Negation {
  const endingAt = new Array<Cue | undefined>(units.length + 1);
  const startingAt = new Array<Cue | undefined>(units.length + 1);
  for (const cue of cues) {
    endingAt[cue.to] = cue;
    startingAt[cue.from] = cue;
  }
  return {
    units,
    endingAt,
    startingAt,
    widesBefore: cues.some(({ kind }) => kind === 'wide') ? countWides(units, endingAt) : [],
    deniesAfter: cues.some(({ kind }) => kind === 'after'),
  };
}

/**
 * How the units `from..to` are meant. Cues within them belong to the term and do not count, unless the term was found
 * with other words between ("gradients do not vanish" for "vanishing gradients").
 */
export function polarityOf(
  negation: Negation,
  from: number,
  to: number,
  within: 'own' | 'foreign' = 'own',
): Polarity {
  const before = lookBack(negation, from);
  const inside = within === 'own' ? 0 : negatorsWithin(negation, from, to);
  const after = (negation.widesBefore[from] ?? 0) + deniedAfter(negation, to);
  const isNegated = (before.negations + inside + after) % 2 === 1;
  return polarities[(isNegated ? 1 : 0) + (before.prevented ? 2 : 0)] ?? plain;
}

const plain: Polarity = { negated: false, prevented: false };

/** Every polarity there is, that the many hits of an answer share them. */
const polarities: readonly Polarity[] = [
  plain,
  { negated: true, prevented: false },
  { negated: false, prevented: true },
  { negated: true, prevented: true },
];

function negatorsWithin({ startingAt }: Negation, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const kind = startingAt[at]?.kind;
    if (kind === 'negator' || kind === 'list-negator') count += 1;
  }
  return count;
}

interface CuesBefore {
  readonly negations: number;
  readonly prevented: boolean;
}

/** Walks from the words towards the start of their clause and counts the cues that reach them. */
function lookBack(negation: Negation, from: number): CuesBefore {
  const { units, endingAt } = negation;
  let negations = 0;
  let prevented = false;
  const passed = { words: 0, and: false, causative: false, possessive: false };
  const torn = tornCue(negation, from);
  if (torn !== undefined && isNegator(torn)) negations += 1;
  for (let at = torn?.from ?? from; at > 0 && passed.words < reachWords; ) {
    if ((units[at]?.gap ?? 0) >= gap.bracket) break;
    const cue = endingAt[at];
    if (cue === undefined) {
      const unit = units[at - 1];
      // A causative is harmless only with a cue right before it: "does not lead to", 不会使.
      if (passed.causative && (unit === undefined || !plays(unit, role.filler))) break;
      passed.words += unitWords(unit);
      passed.possessive ||= unit?.key === '的';
      at -= 1;
      continue;
    }
    at = cue.from;
    if (cue.kind === 'terminator') break;
    if (cue.kind === 'and') passed.and = true;
    else if (cue.kind === 'causative') passed.causative = true;
    else if (cue.kind === 'soft') prevented = true;
    else if (reaches(cue, passed, units)) {
      negations += 1;
      passed.causative = false;
      if (units[cue.from]?.key === 'nor') break;
    }
  }
  return { negations, prevented };
}

/** Longest cue of one piece, in units. */
const longestTear = 3;

/**
 * A cue that the words begin within, where what they leave of it denies them: 不 of 不是 before 是局部的, but not 并 of
 * 并没有 before 没有翻转.
 */
function tornCue({ units, startingAt }: Negation, from: number): Cue | undefined {
  for (let at = from - 1; at >= 0 && at >= from - longestTear; at -= 1) {
    const cue = startingAt[at];
    if (cue === undefined || cue.to <= from) continue;
    return units.slice(at, from).some(({ key }) => denials.has(key)) ? cue : undefined;
  }
  return undefined;
}

const denials = new Set([...'不没无非未别', 'not', 'no', 'never']);

const isNegator = ({ kind }: Cue) => kind === 'negator' || kind === 'list-negator' || kind === 'wide';

interface Passed {
  readonly words: number;
  readonly and: boolean;
  readonly possessive: boolean;
}

function reaches(cue: Cue, passed: Passed, units: readonly Unit[]): boolean {
  const single = cue.to - cue.from === 1 && units[cue.from]?.kind === 'han';
  if ((single || cue.kind === 'list-negator') && passed.words > shortReachWords) return false;
  if (single && passed.possessive) return false;
  if (hardly.has(units[cue.from]?.key ?? '') && passed.words > hardlyReachWords) return false;
  return cue.kind === 'list-negator' || (cue.kind === 'negator' && !passed.and);
}

const unitWords = (unit: Unit | undefined) =>
  unit === undefined || plays(unit, role.article) ? 0 : unit.kind === 'han' ? hanWords : 1;

/** "It is not true that …" reaches to the end of its sentence. */
function countWides(units: readonly Unit[], endingAt: readonly (Cue | undefined)[]): readonly number[] {
  let count = 0;
  return units.map(({ gap: before }, at) => {
    if (before === gap.sentence) count = 0;
    else if (endingAt[at]?.kind === 'wide') count += 1;
    return count;
  });
}

/** "saturation, dying units and the like do not occur": a denial that closes the clause, within reach. */
function deniedAfter({ units, startingAt, deniesAfter }: Negation, to: number): number {
  if (!deniesAfter) return 0;
  let words = 0;
  for (let at = to; at < units.length && words < reachWords; at += 1) {
    if ((units[at]?.gap ?? 0) >= gap.comma) return 0;
    const cue = startingAt[at];
    if (cue?.kind === 'after') return 1;
    if (cue !== undefined && !adverbs.has(units[at]?.key ?? '')) return 0;
    words += unitWords(units[at]);
  }
  return 0;
}
