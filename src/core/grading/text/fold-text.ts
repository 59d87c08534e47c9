import { simplifiedCharacters, traditionalCharacters } from './simplified-characters.ts';
import { symbolFolds } from './symbols.ts';

/**
 * A text in the one form that rubrics and answers are compared in, with the way back to the original.
 * Offsets are UTF-16 code units; `starts[i]..ends[i]` is the stretch of the original that became `text[i]`.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/**
 * Folds case, width, accents, compatibility forms, typographic symbols and traditional characters.
 * NFC and NFD spellings of a text fold to the same characters. Linear in the length of the text.
 */
export function foldText(original: string): FoldedText {
  return foldPlainly(original) ?? foldFully(original);
}

/** Folds a text whose characters all fold to one each, as nearly every text's do; undefined for another. */
function foldPlainly(original: string): FoldedText | undefined {
  const { length } = original;
  const codes = new Array<number>(length);
  for (let at = 0; at < length; at += 1) {
    const code = original.charCodeAt(at);
    const fold = singleFolds[code] || rememberFold(code);
    if (fold === manifold) return undefined;
    codes[at] = fold;
  }
  return { text: toText(codes), starts: countFrom(0, length), ends: countFrom(1, length) };
}

function foldFully(original: string): FoldedText {
  const folding: Folding = { codes: [], starts: [], ends: [] };
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    const fold = singleFolds[code] || rememberFold(code);
    if (fold === manifold) {
      const character = String.fromCodePoint(original.codePointAt(at) ?? code);
      unfold(folding, character, at);
      at += character.length;
    } else {
      push(folding, fold, at, at + 1);
      at += 1;
    }
  }
  return { text: toText(folding.codes), starts: folding.starts, ends: folding.ends };
}

/** 0, 1, 2, … as far as any text has needed yet; every plainly folded text shares it. */
let counting = new Int32Array(0);

function countFrom(first: number, length: number): Int32Array {
  if (counting.length < first + length) counting = Int32Array.from({ length: first + length }, (_, at) => at);
  return counting.subarray(first, first + length);
}

/** Whether folding turns a character of this text from traditional into simplified Chinese. */
export function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= firstHan && simplified.has(text.charAt(at))) return true;
  }
  return false;
}

const firstHan = 0x3400;

interface Folding {
  readonly codes: number[];
  readonly starts: number[];
  readonly ends: number[];
}

const simplified: ReadonlyMap<string, string> = new Map(
  traditionalCharacters.split('').map((character, index) => [character, simplifiedCharacters.charAt(index)]),
);

/** Marks a code unit that folds to none or several, or that is half of a pair. */
const manifold = 0xffff;

/** The code unit that each code unit folds to; filled in as texts bring them up, 0 where not looked up yet. */
const singleFolds = new Uint16Array(0x10000);

function rememberFold(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const parts = isSurrogate ? '' : foldCharacter(String.fromCharCode(code));
  const fold = parts.length === 1 ? parts.charCodeAt(0) : manifold;
  singleFolds[code] = fold;
  return fold;
}

function unfold(folding: Folding, character: string, start: number): void {
  const parts = foldCharacter(character);
  const end = start + character.length;
  // A dropped accent stays within the span of its letter, so that no mark is cut off a quote.
  if (parts === '' && folding.ends.length > 0) folding.ends[folding.ends.length - 1] = end;
  for (let at = 0; at < parts.length; at += 1) push(folding, parts.charCodeAt(at), start, end);
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

function push({ codes, starts, ends }: Folding, code: number, start: number, end: number): void {
  codes.push(code);
  starts.push(start);
  ends.push(end);
}

/** Chunks keep the argument list of `fromCharCode` well below every engine's limit. */
function toText(codes: readonly number[]): string {
  if (codes.length <= 4096) return String.fromCharCode(...codes);
  return String.fromCharCode(...codes.slice(0, 4096)) + toText(codes.slice(4096));
}

/** All but U+0338, the stroke that makes ≠ of =. */
const isCombiningMark = (character: string) =>
  character >= '\u0300' && character <= '\u036f' && character !== '\u0338';
