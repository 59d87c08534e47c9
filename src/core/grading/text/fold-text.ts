import { simplifiedCharacters, traditionalCharacters } from './simplified-characters.ts';
import { symbolFolds } from './symbols.ts';

/**
 * A text in the one form that rubrics and answers are compared in, with the way back to the original.
 * Offsets are UTF-16 code units; `starts[i]..ends[i]` is the stretch of the original that became `text[i]`. The arrays
 * hold until the next text is folded; those of offsets may be longer than the text.
 */
export interface FoldedText {
  readonly text: string;
  /** The code units of `text`. */
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Folds case, width, accents, compatibility forms, typographic symbols and traditional characters.
 * NFC and NFD spellings of a text fold to the same characters. Linear in the length of the text.
 */
export function foldText(original: string): FoldedText {
  const { length } = original;
  const { codes } = scratchFor(length);
  for (let at = 0; at < length; at += 1) {
    const fold = foldOf(codeAt(original, at));
    if (fold === manifold) return foldFully(original, at);
    codes[at] = fold;
  }
  return laidOut(codes.subarray(0, length), counting, countingFromOne);
}

/** Folds a text from whose character at `first` on some fold to none or several. */
function foldFully(original: string, first: number): FoldedText {
  const length = first + foldedLength(original, first);
  const { codes, starts, ends } = scratchFor(length);
  let to = 0;
  for (let at = 0; at < original.length; ) {
    const code = codeAt(original, at);
    const fold = foldOf(code);
    const start = at;
    if (fold !== manifold) {
      at += 1;
      codes[to] = fold;
      starts[to] = start;
      ends[to] = at;
      to += 1;
      continue;
    }
    const character = characterAt(original, at);
    at += character.length;
    const parts = foldCharacter(character);
    // A dropped accent stays within the span of its letter, so that no mark is cut off a quote.
    if (parts === '' && to > 0) ends[to - 1] = at;
    for (let part = 0; part < parts.length; part += 1) {
      codes[to] = parts.charCodeAt(part);
      starts[to] = start;
      ends[to] = at;
      to += 1;
    }
  }
  return laidOut(codes.subarray(0, length), starts, ends);
}

/**
 * The code unit at a place. Strings have half a dozen inner forms, more than an engine keeps apart where a method is
 * looked up on them; called like this the method needs no looking up, which makes reading three times as fast.
 */
const codeAt = (text: string, at: number): number => charCodeAt.call(text, at);
const charCodeAt: (this: string, at: number) => number = String.prototype.charCodeAt;

/** How many code units the characters from `first` on fold to. */
function foldedLength(original: string, first: number): number {
  let length = 0;
  for (let at = first; at < original.length; ) {
    if (foldOf(codeAt(original, at)) === manifold) {
      const character = characterAt(original, at);
      length += foldCharacter(character).length;
      at += character.length;
    } else {
      length += 1;
      at += 1;
    }
  }
  return length;
}

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** With the text itself; a half of a surrogate pair becomes the replacement character there, and means as little. */
const laidOut = (codes: Uint16Array, starts: Int32Array, ends: Int32Array): FoldedText => ({
  text: decoder.decode(codes),
  codes,
  starts,
  ends,
});

/** Memory that every folding uses anew, for what was written just now is at hand and what is new has to be fetched. */
interface Scratch {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const newScratch = (length: number): Scratch => ({
  codes: new Uint16Array(length),
  starts: new Int32Array(length),
  ends: new Int32Array(length),
});

let scratch = newScratch(0);
/** 0, 1, 2, … and 1, 2, 3, …: the places in a text whose characters fold to one each. */
let counting = new Int32Array(0);
let countingFromOne = new Int32Array(0);

/** Room for a text of the given length. */
function scratchFor(length: number): Scratch {
  if (length > scratch.codes.length) {
    const room = 2 * length;
    scratch = newScratch(room);
    counting = Int32Array.from({ length: room }, (_, at) => at);
    countingFromOne = counting.map((at) => at + 1);
  }
  return scratch;
}

/** Whether folding turns a character of this text from traditional into simplified Chinese. */
export function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isTraditional[text.charCodeAt(at)] === 1) return true;
  return false;
}

const isTraditional = new Uint8Array(0x10000);
for (const character of traditionalCharacters) isTraditional[character.charCodeAt(0)] = 1;

const simplified: ReadonlyMap<string, string> = new Map(
  traditionalCharacters.split('').map((character, index) => [character, simplifiedCharacters.charAt(index)]),
);

/** Marks a code unit that folds to none or several, or that is half of a pair. */
const manifold = 0xffff;

/** The code unit that each code unit folds to; filled in as texts bring them up, 0 where not looked up yet. */
const singleFolds = new Uint16Array(0x10000);

const foldOf = (code: number): number => singleFolds[code] || rememberFold(code);

function rememberFold(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const parts = isSurrogate ? '' : foldCharacter(String.fromCharCode(code));
  const fold = parts.length === 1 ? parts.charCodeAt(0) : manifold;
  singleFolds[code] = fold;
  return fold;
}

/** A ligature such as ﷺ unfolds to 18 letters; nothing a rubric asks for does, and length must stay bounded. */
const longestUnfolding = 4;

function foldCharacter(character: string): string {
  const direct = symbolFolds.get(character);
  if (direct !== undefined) return direct;
  const unfolded = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  const parts = [...unfolded].filter((part) => !isCombiningMark(part));
  return (parts.length > longestUnfolding ? [character] : parts)
    .map((part) => simplified.get(part) ?? symbolFolds.get(part) ?? part)
    .join('');
}

/** All but U+0338, the stroke that makes ≠ of =. */
const isCombiningMark = (character: string) =>
  character >= '\u0300' && character <= '\u036f' && character !== '\u0338';
