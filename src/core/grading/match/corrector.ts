import type { Unit } from '../text/unit.ts';
import { hasId, type IdSet, noId } from '../text/vocabulary.ts';
import type { Word } from '../text/word.ts';
import { commonWords } from './common-words.ts';
import type { Correction } from './find-terms.ts';
import { nearestForm, type WordForms } from './related-words.ts';
import { correctionsOf, type Spelling, shortestCorrected } from './typos.ts';

/** Finds what a word that no term holds may stand for. */
export type Corrector = (unit: Unit) => readonly Correction[];

/** A corrected word is as good as right. */
const correctedQuality = 0.9;

const none: readonly Correction[] = [];

/** Forgotten when full, so that memory stays flat however many words go by. */
const memoLimit = 2000;

/**
 * Makes a corrector: a slip of the keyboard away from one of the `spellings` unless the word is a known one, else, where
 * `forms` are given, another form of a word. It remembers, for answers to one question share most of their words.
 */
export function createCorrector(
  knownWords: IdSet,
  spellings: readonly Spelling[],
  forms: WordForms | undefined,
): Corrector {
  const memo = new Map<string | number, readonly Correction[]>();
  const isKnown = ({ keyId, symbolId }: Word) => hasId(knownWords, keyId) || hasId(knownWords, symbolId);
  const correct = (word: Word): readonly Correction[] => {
    const { key, symbol: stem } = word;
    const slips = isKnown(word) ? [] : correctionsOf(key, spellings);
    if (slips.length > 0) {
      const doubtful = commonWords.has(key);
      return slips.map((symbol) => ({ symbol, doubtful, quality: correctedQuality, related: false }));
    }
    const form = forms && nearestForm(stem, forms);
    return form === undefined
      ? []
      : [{ symbol: form.symbol, doubtful: false, quality: form.share, related: true }];
  };
  return ({ word }) => {
    const { key, keyId } = word;
    // Nearly all words are known, or too short to be a slip of another.
    if (forms === undefined && (key.length < shortestCorrected || isKnown(word))) return none;
    const name = keyId === noId ? key : keyId;
    const known = memo.get(name);
    if (known !== undefined) return known;
    if (memo.size >= memoLimit) memo.clear();
    const found = correct(word);
    memo.set(name, found);
    return found;
  };
}
