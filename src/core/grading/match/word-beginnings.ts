import type { Unit } from '../text/unit.ts';
import { hasId, type IdSet, idSetOf, tableById } from '../text/vocabulary.ts';

/** Beginnings of words by the ids of their texts. */
export interface WordBeginnings {
  readonly ids: IdSet;
  /** Which letters go on from each, as bits. */
  readonly letters: Int32Array;
}

/** Either part of a word that was typed as two has at least so many letters. */
const shortestPart = 2;

/** Indexes the beginnings of lower-case words. */
export function indexBeginnings(words: Iterable<string>): WordBeginnings {
  const letters = new Map<string, number>();
  for (const word of words) {
    for (let length = shortestPart; length <= word.length - shortestPart; length += 1) {
      const beginning = word.slice(0, length);
      letters.set(beginning, (letters.get(beginning) ?? 0) | bitOf(word.charCodeAt(length)));
    }
  }
  return { ids: idSetOf(letters.keys()), letters: tableById(letters, 0) };
}

/** Whether a word may be the first part of a known one whose rest begins as `next` does. */
export const mayBegin = ({ ids, letters }: WordBeginnings, { word }: Unit, next: Unit): boolean =>
  hasId(ids, word.keyId) && ((letters[word.keyId] ?? 0) & bitOf(next.key.charCodeAt(0))) !== 0;

const bitOf = (code: number) => 1 << (code - 97);
