import type { Unit } from '../text/unit.ts';
import { commonWords } from './common-words.ts';
import type { Correction } from './find-terms.ts';
import { nearestForm, type WordForms } from './related-words.ts';
import { correctionsOf, type Spelling } from './typos.ts';

/** Finds what a word that no term holds may stand for. */
export type Corrector = (unit: Unit) => readonly Correction[];

/** A corrected word is as good as right. */
const correctedQuality = 0.9;

/** Forgotten when full, so that memory stays flat however many words go by. */
const memoLimit = 2000;

/**
 * Makes a corrector: a slip of the keyboard away from one of the `spellings` unless the word is a known one, else, where
 * `forms` are given, another form of a word. It remembers, for answers to one question share most of their words.
 */
export function createCorrector(
  knownWords: ReadonlySet<string>,
  spellings: readonly Spelling[],
  forms: WordForms | undefined,
): Corrector {
  const memo = new Map<string, readonly Correction[]>();
  const correct = ({ key, symbol: stem }: Unit): readonly Correction[] => {
    const isKnown = knownWords.has(key) || knownWords.has(stem);
    const slips = isKnown ? [] : correctionsOf(key, spellings);
    if (slips.length > 0) {
      const doubtful = commonWords.has(key);
      return slips.map((symbol) => ({ symbol, doubtful, quality: correctedQuality, related: false }));
    }
    const form = forms && nearestForm(stem, forms);
    return form === undefined
      ? []
      : [{ symbol: form.symbol, doubtful: false, quality: form.share, related: true }];
  };
  return (unit) => {
    const known = memo.get(unit.key);
    if (known !== undefined) return known;
    if (memo.size >= memoLimit) memo.clear();
    const found = correct(unit);
    memo.set(unit.key, found);
    return found;
  };
}
