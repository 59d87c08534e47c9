import { rolesOf } from './roles.ts';
import { type SpecialWord, specialWords } from './special-words.ts';
import { stemWord } from './stem-word.ts';
import { idOfWritten } from './vocabulary.ts';

/** What all occurrences of a word, a number, a Chinese character or a sign have in common. */
export interface Word {
  readonly kind: 'word' | 'number' | 'han' | 'sign';
  /** Folded text; for a word its letters, for a number its canonical decimal form. */
  readonly key: string;
  /** The ids of key and symbol, or `noId`. */
  readonly keyId: number;
  readonly symbolId: number;
  /** What it does in a sentence, as bits of `role`. */
  readonly roles: number;
  /** What it is compared by: a word's stem, and otherwise the key. */
  readonly symbol: string;
  /** How it is read instead, if not as it stands. */
  readonly rule: SpecialWord | undefined;
}

/** Forgotten when full, so that memory stays flat however many words go by. */
const memoLimit = 20_000;
const memo = new Map<string, Word>();

/** The word of the given folded letters, remembered: answers share most of their words. */
export const wordOf = (letters: string): Word => memo.get(letters) ?? remember('word', letters);

/** The number or sign of a key; no two kinds share a key. */
export const otherOf = (kind: 'number' | 'sign', key: string): Word => memo.get(key) ?? remember(kind, key);

const characters = new Array<Word | undefined>(0x10000);

/** The Chinese character or kana of a code unit. */
export function hanOf(code: number): Word {
  const known = characters[code];
  if (known !== undefined) return known;
  const made = make('han', String.fromCharCode(code));
  characters[code] = made;
  return made;
}

/** The stem of a folded English word, remembered. */
export const stemOf = (word: string): string => wordOf(word).symbol;

function remember(kind: Word['kind'], shared: string): Word {
  if (memo.size >= memoLimit) memo.clear();
  // A slice would keep the whole answer it was cut from in memory.
  const key = shared.split('').join('');
  const made = make(kind, key);
  memo.set(key, made);
  return made;
}

function make(kind: Word['kind'], key: string): Word {
  const symbol = kind === 'word' ? stemWord(key) : key;
  return {
    kind,
    key,
    keyId: idOfWritten(key),
    symbolId: idOfWritten(symbol),
    roles: rolesOf(key),
    symbol,
    rule: kind === 'word' ? specialWords.get(key) : undefined,
  };
}
