import { editDistance } from './edit-distance.ts';

/** Words a misspelling may be corrected to. */
export interface Spelling {
  readonly word: string;
  readonly symbol: number;
  /** Bit per letter the word holds; words that differ in many letters cannot be close. */
  readonly letters: number;
}

/** Makes a word ready to be the target of corrections. */
export const toSpelling = (word: string, symbol: number): Spelling => ({
  word,
  symbol,
  letters: lettersOf(word),
});

/** In shorter words every slip makes another word. */
export const shortestCorrected = 5;

/** Slips allowed in a typed word: none below 5 letters, one below 8, two from there (PMatch's rule, one letter stricter). */
const slipsIn = (word: string) => (word.length < shortestCorrected ? 0 : word.length < 8 ? 1 : 2);

/**
 * Symbols of the words a typed word is a slip away from, the nearest only, at most three. The caller makes sure that
 * the typed word is no known word itself.
 */
export function correctionsOf(typed: string, spellings: readonly Spelling[]): readonly number[] {
  let nearest = slipsIn(typed);
  if (nearest === 0) return [];
  const letters = lettersOf(typed);
  let symbols = new Set<number>();
  for (const spelling of spellings) {
    const { word } = spelling;
    if (Math.abs(word.length - typed.length) > nearest) continue;
    if (bitCount(letters ^ spelling.letters) > 2 * nearest) continue;
    const distance = editDistance(typed, word, nearest);
    if (distance > nearest || !isSlip(typed, word, distance)) continue;
    if (distance < nearest) symbols = new Set();
    nearest = distance;
    symbols.add(spelling.symbol);
  }
  return [...symbols].slice(0, 3);
}

/**
 * Two changes that touch the first letter (encode, decode), add a whole prefix (stable, unstable) or exchange two
 * letters for others (scarcity, sparsity) make another word.
 */
function isSlip(typed: string, word: string, distance: number): boolean {
  if (distance === 0) return true;
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed];
  if (long.endsWith(short) && (long.length - short.length === 2 || long.startsWith('a'))) return false;
  if (distance < 2) return true;
  if (typed.length === word.length && lettersOf(typed) !== lettersOf(word)) return false;
  return typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0]);
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << ((word.charCodeAt(at) - 97) & 31);
  return bits;
}

/** How many bits are set: pairs, fours and eights of them are summed side by side. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
