import type { Coverage, Rubric } from '../question/rubric.ts';
import type { Echo } from './echo.ts';
import type { Lexicon } from './lexicon.ts';
import type { Corrector } from './match/corrector.ts';
import type { LooseTerms } from './match/loose-terms.ts';
import type { TermTrie } from './match/term-trie.ts';
import type { WordBeginnings } from './match/word-beginnings.ts';
import type { TermUses } from './term-uses.ts';

/** A rubric compiled for one question; made by {@link prepareRubric}, read by {@link gradeAnswer}, opaque to others. */
export interface PreparedRubric {
  readonly questionId: string;
  readonly lexicon: Lexicon;
  readonly style: Rubric['style'];
  readonly points: readonly PreparedPoint[];
  readonly misconceptions: readonly PreparedMisconception[];
  readonly trie: TermTrie;
  readonly terms: readonly PreparedTerm[];
  /** What each term of the trie may mean here. */
  readonly uses: TermUses;
  /** Terms of several content words, for finding those scattered. */
  readonly loose: LooseTerms;
  /** What a misspelt word may stand for and, where no author has listed the alternatives, a related one. */
  readonly correct: Corrector;
  /** Beginnings of known words, for two typed words that make one ("over fitting"). */
  readonly beginnings: WordBeginnings;
  readonly echo: Echo;
  /** Units of the longest model answer. */
  readonly modelLength: number;
  /** Present where the points come from reference answers. */
  readonly coverage: PreparedCoverage | undefined;
}

/** Reference answers, as the points they are made of. */
export interface PreparedCoverage {
  readonly references: readonly (readonly number[])[];
  readonly need: number | undefined;
  readonly verdict: Coverage['verdict'];
  readonly sharpness: number;
}

/** A point or misconception: slots that are looked for together. Claims are numbered, points first. */
export interface PreparedPoint {
  readonly id: string;
  readonly weight: number;
  readonly bonus: boolean;
  /** How many slots suffice; undefined: all of them. */
  readonly need: number | undefined;
  readonly slots: readonly PreparedSlot[];
}

/** A misconception, ready to be found. */
export interface PreparedMisconception {
  readonly id: string;
  readonly cap: number;
  readonly contradicts: string | undefined;
  readonly slots: readonly PreparedSlot[];
}

/** One slot of a claim. */
export interface PreparedSlot {
  readonly negated: boolean;
  /** Its share of the point: less where the question itself already says the words. */
  readonly weight: number;
  /** The question says the words, so they earn nothing alone. */
  readonly generic: boolean;
  /** "prevents …" reverses it; false where the model answer itself speaks of preventing it. */
  readonly preventable: boolean;
}

/** An alias in the trie. */
export interface PreparedTerm {
  readonly text: string;
  /** Its units as written, without fillers. */
  readonly keys: readonly string[];
}
