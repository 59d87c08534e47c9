/** What stands between a unit and the one before it, weakest first; `bracket` is one that opens. */
export const gap = { none: 0, space: 1, hyphen: 2, bracket: 3, comma: 4, clause: 5, sentence: 6 } as const;

/** One of {@link gap}. */
export type Gap = (typeof gap)[keyof typeof gap];

/** A word, a number, one Chinese character or one sign: what aliases and answers are compared by. */
export interface Unit {
  readonly kind: 'word' | 'number' | 'han' | 'sign';
  /** Folded text; for a word its letters, for a number its canonical decimal form. */
  readonly key: string;
  /** What it is compared by: a word's stem, and otherwise the key. */
  readonly symbol: string;
  /** Offsets into the original text. */
  readonly start: number;
  readonly end: number;
  /** The strongest break between the previous unit and this one. */
  readonly gap: Gap;
  /** Position of its sentence in the text, from 0. */
  readonly sentence: number;
}
