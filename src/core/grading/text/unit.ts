import type { Word } from './word.ts';

/** What stands between a unit and the one before it, weakest first; `bracket` is one that opens. */
export const gap = { none: 0, space: 1, hyphen: 2, bracket: 3, comma: 4, clause: 5, sentence: 6 } as const;

/** One of {@link gap}. */
export type Gap = (typeof gap)[keyof typeof gap];

/**
 * A word, a number, one Chinese character or one sign in its place: what aliases and answers are compared by. What it
 * shares with other occurrences it has from its {@link Word}, for answers have many units and few words.
 */
export class Unit {
  readonly word: Word;
  /** Offsets into the original text. */
  readonly start: number;
  readonly end: number;
  /** The strongest break between the previous unit and this one. */
  readonly gap: Gap;
  /** Position of its sentence in the text, from 0. */
  readonly sentence: number;

  constructor(word: Word, start: number, end: number, before: Gap, sentence: number) {
    this.word = word;
    this.start = start;
    this.end = end;
    this.gap = before;
    this.sentence = sentence;
  }

  get kind(): Word['kind'] {
    return this.word.kind;
  }

  /** Folded text; for a word its letters, for a number its canonical decimal form. */
  get key(): string {
    return this.word.key;
  }

  /** What it is compared by: a word's stem, and otherwise the key. */
  get symbol(): string {
    return this.word.symbol;
  }
}
