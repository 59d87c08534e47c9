import { breakAt, plainBreaks } from './breaks.ts';
import { type CharacterClass, characterClass, classAt, classOf } from './character-class.ts';
import { type FoldedText, foldText } from './fold-text.ts';
import { formulaSignAt } from './formula.ts';
import { clitics, type SpecialWord, specialWords } from './special-words.ts';
import { type Gap, gap, Unit } from './unit.ts';
import { hanOf, otherOf, type Word, wordOf } from './word.ts';

/**
 * The units of a text in reading order. White space, markup and most punctuation leave no unit behind, only the
 * gap before the next one, so spacing never changes what is read. Linear in the length of the text.
 */
export function readUnits(original: string): readonly Unit[] {
  const folded = foldText(original);
  const cursor: Cursor = {
    folded,
    text: folded.text,
    codes: folded.codes,
    units: [],
    at: 0,
    gap: gap.none,
    sentence: 0,
  };
  for (let code = cursor.codes[0]; code !== undefined; code = cursor.codes[cursor.at]) {
    const kind = classOf(code);
    if (kind === characterClass.letter) readWord(cursor);
    else if (kind === characterClass.digit) readNumber(cursor, cursor.at);
    else if (kind === characterClass.han) {
      emit(cursor, hanOf(code), cursor.at, cursor.at + 1);
    } else if (kind === characterClass.space) skipSpace(cursor);
    else readOther(cursor, code);
  }
  return cursor.units;
}

/** A reading position that every rule below moves. */
interface Cursor {
  readonly folded: FoldedText;
  readonly text: string;
  readonly codes: Uint16Array;
  readonly units: Unit[];
  at: number;
  gap: Gap;
  sentence: number;
}

/** Adds the unit made of folded characters `from..to` and moves behind it. */
function emit(cursor: Cursor, word: Word, from: number, to: number): void {
  const { folded, units } = cursor;
  if (cursor.gap === gap.sentence && units.length > 0) cursor.sentence += 1;
  const start = folded.starts[from] ?? 0;
  const end = folded.ends[to - 1] ?? 0;
  units.push(new Unit(word, start, end, cursor.gap, cursor.sentence));
  cursor.gap = gap.none;
  cursor.at = to;
}

function widenGap(cursor: Cursor, strength: Gap): void {
  if (strength > cursor.gap) cursor.gap = strength;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function skipSpace(cursor: Cursor): void {
  const code = cursor.codes[cursor.at];
  widenGap(cursor, code === lineFeed || code === carriageReturn ? gap.sentence : gap.space);
  cursor.at += 1;
}

function endOfRun(codes: Uint16Array, from: number, kind: CharacterClass): number {
  let to = from;
  while (to < codes.length && classOf(codes[to] ?? 0) === kind) to += 1;
  return to;
}

const apostrophe = 0x27;

function readWord(cursor: Cursor): void {
  const { text, codes, at: from } = cursor;
  const to = endOfRun(codes, from, characterClass.letter);
  const word = wordOf(text.slice(from, to));
  if (codes[to] === apostrophe) readContraction(cursor, word, from, to);
  else if (word.rule === undefined) emit(cursor, word, from, to);
  else emitSpecial(cursor, word.rule, word, from, to, to);
}

/** A word with an apostrophe behind it; `to` is the apostrophe's place. */
function readContraction(cursor: Cursor, word: Word, from: number, to: number): void {
  const suffixEnd = endOfRun(cursor.codes, to + 1, characterClass.letter);
  const suffix = cursor.text.slice(to + 1, suffixEnd);
  const rule = suffix === 't' && word.key.endsWith('n') ? specialWords.get(`${word.key}t`) : word.rule;
  if (rule === undefined) emit(cursor, word, from, to);
  else emitSpecial(cursor, rule, word, from, to, suffixEnd);
  if (clitics.has(suffix)) cursor.at = suffixEnd;
}

function emitSpecial(
  cursor: Cursor,
  rule: SpecialWord,
  word: Word,
  from: number,
  to: number,
  suffixEnd: number,
): void {
  const isCommand = cursor.text.charAt(from - 1) === '\\';
  if (rule.kind === 'negated') emitNegated(cursor, rule.auxiliary, from, suffixEnd);
  else if (rule.kind === 'number') emit(cursor, otherOf('number', rule.digits), from, to);
  else if (rule.kind === 'percent') emit(cursor, otherOf('sign', '%'), from, to);
  else if (rule.kind === 'layout' && isCommand) cursor.at = to;
  else emit(cursor, rule.kind === 'times' && isCommand ? wordOf('x') : word, from, to);
}

/** "doesn't" reads as "does not"; both halves point at the whole contraction. */
function emitNegated(cursor: Cursor, auxiliary: string, from: number, to: number): void {
  emit(cursor, wordOf(auxiliary), from, to);
  cursor.gap = gap.space;
  emit(cursor, wordOf('not'), from, to);
}

/** Reads `12`, `0.25`, `.5`, `1,000` and, where a minus sign stands alone before it, `-1`; `from` is its first character. */
function readNumber(cursor: Cursor, from: number): void {
  const { text, codes } = cursor;
  let to = endOfRun(codes, text.charAt(from) === '-' ? from + 1 : from, characterClass.digit);
  while (text.charAt(to) === ',' && /^,\d{3}(?!\d)/.test(text.slice(to, to + 5))) to += 4;
  if (text.charAt(to) === '.' && isDigit(text, to + 1)) to = endOfRun(codes, to + 1, characterClass.digit);
  emit(cursor, otherOf('number', canonicalNumber(text.slice(from, to))), from, to);
}

const isCanonical = (written: string) => written.length < 15 && /^(?:0|[1-9]\d*)$/.test(written);

function canonicalNumber(written: string): string {
  if (isCanonical(written)) return written;
  const plain = written.replaceAll(',', '');
  return plain.length > 15 ? plain : String(Number(plain));
}

function readOther(cursor: Cursor, code: number): void {
  const { text, at } = cursor;
  const strength = plainBreaks[code];
  if (strength !== undefined) {
    widenGap(cursor, strength);
    cursor.at += 1;
    return;
  }
  const character = text.charAt(at);
  const sign = formulaSignAt(text, at);
  if (sign !== undefined) emit(cursor, otherOf('sign', sign), at, at + 1);
  else if (startsNumber(text, at)) readNumber(cursor, at);
  else if (character === '%') emit(cursor, otherOf('sign', '%'), at, at + 1);
  else if (isComparison(text, at)) emit(cursor, otherOf('sign', character), at, at + 1);
  else if (character === '!' && text.charAt(at + 1) === '=') emit(cursor, wordOf('not'), at, at + 2);
  else if ('*·'.includes(character) && isDigitAround(text, at)) emit(cursor, wordOf('x'), at, at + 1);
  else {
    const last = cursor.units.at(-1);
    widenGap(cursor, breakAt({ text, at, lastKey: last?.key, lastIsNumber: last?.kind === 'number' }));
    cursor.at += 1;
  }
}

const isDigit = (text: string, at: number) => classAt(text, at) === characterClass.digit;

const isAlphanumeric = (text: string, at: number) =>
  isDigit(text, at) || classAt(text, at) === characterClass.letter || text.charAt(at) === ')';

/** `.5`, and `-1` where the dash does not join a range as it does in `0-1`. */
function startsNumber(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (isAlphanumeric(text, at - 1) || text.charAt(at - 1) === '-') return false;
  return (
    (character === '.' && isDigit(text, at + 1)) ||
    (character === '-' && /^-\.?\d/.test(text.slice(at, at + 3)))
  );
}

function isComparison(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character !== '<' && character !== '>') return false;
  // Not the head of an arrow.
  return text.charAt(at - 1) !== '-' && text.charAt(at - 1) !== '=' && text.charAt(at + 1) !== '-';
}

const isDigitAround = (text: string, at: number) =>
  /\d ?$/.test(text.slice(Math.max(0, at - 2), at)) && /^ ?\d/.test(text.slice(at + 1, at + 3));
