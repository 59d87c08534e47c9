/** What a person is told instead of a precise-looking percentage; cut at 0.40 and 0.75 of the score. */
export type Band = 'missed' | 'partial' | 'solid';

/** How the words of an answer were recognised. */
export type MatchKind =
  /** As written in the rubric, up to case, width and spacing. */
  | 'exact'
  /** Through another inflection ("vanishes" for "vanishing"). */
  | 'stem'
  /** The alias's words in another order, or with others between ("gradients that slowly vanish"). */
  | 'loose'
  /** Through a word of nearly the same form ("allocatable" for "allocation"); only under a rubric from references. */
  | 'related'
  /** Through one or two slips of the keyboard. */
  | 'typo'
  /** Through traditional characters folded to simplified ones. */
  | 'script';

/** A stretch of the learner's own words. Offsets are UTF-16 code units of the original answer, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** `answer.slice(start, end)`. */
  readonly text: string;
}

/** Words of the answer that matched a slot. */
export interface Evidence extends Span {
  readonly how: MatchKind;
  /** The alias of the rubric they matched. */
  readonly alias: string;
}

/** One slot of a point, as found. */
export interface SlotGrade {
  /** Position in the point's slots. */
  readonly index: number;
  /** `contradicted`: present, but with the opposite polarity. */
  readonly state: 'hit' | 'missing' | 'contradicted';
  readonly evidence?: Evidence;
}

/** Why a point earned what it earned. */
export type PointReason = 'met' | 'partly' | 'missed' | 'contradicted';

/** One point of the rubric, graded. */
export interface PointGrade {
  readonly id: string;
  readonly weight: number;
  readonly bonus: boolean;
  /** 0..1 */
  readonly credit: number;
  readonly reason: PointReason;
  readonly slots: readonly SlotGrade[];
  /** The words that earned the credit, in order of appearance; empty exactly when `credit` is 0. */
  readonly evidence: readonly Evidence[];
}

/** A misconception the answer states, with the words that state it. */
export interface FoundMisconception {
  readonly id: string;
  readonly cap: number;
  readonly evidence: readonly Evidence[];
}

/** Something about the answer as a whole that the learner should know. */
export const flags = [
  /** Nothing was said: blank, emoji, or "I don't know". */
  'blank',
  /** The answer only repeats the question. */
  'question-echo',
  /** Keywords without sentences; they count for less. */
  'keyword-list',
  /** Material of many other questions; the score is capped. */
  'many-topics',
  /** Answers another question of the bank, and this one hardly; the score is capped. */
  'other-question',
  /** Says a point and its opposite. */
  'self-contradiction',
  /** Long and on topic, yet hardly anything matched: perhaps a paraphrase the rubric does not know. */
  'unmatched',
  /** Longer than the limit; the rest was not read. */
  'cut',
] as const;

/** One of {@link flags}. */
export type Flag = (typeof flags)[number];

/** The verdict on one answer. Equal inputs give equal bytes. */
export interface Grade {
  /** 0..1, rounded to 4 decimals. */
  readonly score: number;
  readonly band: Band;
  /** In the order of the rubric. */
  readonly points: readonly PointGrade[];
  readonly misconceptions: readonly FoundMisconception[];
  readonly flags: readonly Flag[];
}
