import { breakAt } from './breaks.ts';
import { type CharacterClass, characterClass, classAt } from './character-class.ts';
import { type FoldedText, foldText } from './fold-text.ts';
import { formulaSignAt } from './formula.ts';
import { clitics, type SpecialWord, specialWords } from './special-words.ts';
import { stemOf } from './stem-word.ts';
import { type Gap, gap, type Unit } from './unit.ts';

/**
 * The units of a text in reading order. White space, markup and most punctuation leave no unit behind, only the
 * gap before the next one, so spacing never changes what is read. Linear in the length of the text.
 */
export function readUnits(original: string): readonly Unit[] {
  const folded = foldText(original);
  const cursor: Cursor = {
    folded,
    text: folded.text,
    units: [],
    at: 0,
    gap: gap.none,
    sentence: 0,
  };
  while (cursor.at < cursor.text.length) {
    const kind = classAt(cursor.text, cursor.at);
    if (kind === characterClass.letter) readWord(cursor);
    else if (kind === characterClass.digit) readNumber(cursor, cursor.at);
    else if (kind === characterClass.han) {
      emit(cursor, 'han', cursor.text.charAt(cursor.at), cursor.at, cursor.at + 1);
    } else if (kind === characterClass.space) skipSpace(cursor);
    else readOther(cursor);
  }
  return cursor.units;
}

/** A reading position that every rule below moves. */
interface Cursor {
  readonly folded: FoldedText;
  readonly text: string;
  readonly units: Unit[];
  at: number;
  gap: Gap;
  sentence: number;
}

/** Adds the unit made of folded characters `from..to` and moves behind it. */
function emit(cursor: Cursor, kind: Unit['kind'], key: string, from: number, to: number): void {
  const { folded, units } = cursor;
  if (units.length > 0) {
    if (cursor.gap === gap.sentence) cursor.sentence += 1;
  }
  units.push({
    kind,
    key,
    symbol: kind === 'word' ? stemOf(key) : key,
    start: folded.starts[from] ?? 0,
    end: folded.ends[to - 1] ?? 0,
    gap: cursor.gap,
    sentence: cursor.sentence,
  });
  cursor.gap = gap.none;
  cursor.at = to;
}

function widenGap(cursor: Cursor, strength: Gap): void {
  if (strength > cursor.gap) cursor.gap = strength;
}

function skipSpace(cursor: Cursor): void {
  const newLine = cursor.text.charAt(cursor.at) === '\n' || cursor.text.charAt(cursor.at) === '\r';
  widenGap(cursor, newLine ? gap.sentence : gap.space);
  cursor.at += 1;
}

function endOfRun(text: string, from: number, kind: CharacterClass): number {
  let to = from;
  while (classAt(text, to) === kind) to += 1;
  return to;
}

const apostrophe = 0x27;

function readWord(cursor: Cursor): void {
  const { text, at: from } = cursor;
  const to = endOfRun(text, from, characterClass.letter);
  const word = text.slice(from, to);
  const suffixEnd = text.charCodeAt(to) === apostrophe ? endOfRun(text, to + 1, characterClass.letter) : to;
  const suffix = suffixEnd > to ? text.slice(to + 1, suffixEnd) : '';
  const rule = specialWords.get(suffix === 't' && word.endsWith('n') ? `${word}t` : word);
  if (rule === undefined) emit(cursor, 'word', word, from, to);
  else emitSpecial(cursor, rule, word, from, to, suffixEnd);
  if (suffix !== '' && clitics.has(suffix)) cursor.at = suffixEnd;
}

function emitSpecial(
  cursor: Cursor,
  rule: SpecialWord,
  word: string,
  from: number,
  to: number,
  suffixEnd: number,
): void {
  const isCommand = cursor.text.charAt(from - 1) === '\\';
  if (rule.kind === 'negated') emitNegated(cursor, rule.auxiliary, from, suffixEnd);
  else if (rule.kind === 'number') emit(cursor, 'number', rule.digits, from, to);
  else if (rule.kind === 'percent') emit(cursor, 'sign', '%', from, to);
  else if (rule.kind === 'layout' && isCommand) cursor.at = to;
  else emit(cursor, 'word', rule.kind === 'times' && isCommand ? 'x' : word, from, to);
}

/** "doesn't" reads as "does not"; both halves point at the whole contraction. */
function emitNegated(cursor: Cursor, auxiliary: string, from: number, to: number): void {
  emit(cursor, 'word', auxiliary, from, to);
  cursor.gap = gap.space;
  emit(cursor, 'word', 'not', from, to);
}

/** Reads `12`, `0.25`, `.5`, `1,000` and, where a minus sign stands alone before it, `-1`; `from` is its first character. */
function readNumber(cursor: Cursor, from: number): void {
  const { text } = cursor;
  let to = endOfRun(text, text.charAt(from) === '-' ? from + 1 : from, characterClass.digit);
  while (text.charAt(to) === ',' && /^,\d{3}(?!\d)/.test(text.slice(to, to + 5))) to += 4;
  if (text.charAt(to) === '.' && isDigit(text, to + 1)) to = endOfRun(text, to + 1, characterClass.digit);
  emit(cursor, 'number', canonicalNumber(text.slice(from, to)), from, to);
}

function canonicalNumber(written: string): string {
  const plain = written.replaceAll(',', '');
  return plain.length > 15 ? plain : String(Number(plain));
}

function readOther(cursor: Cursor): void {
  const { text, at } = cursor;
  const character = text.charAt(at);
  const sign = formulaSignAt(text, at);
  if (sign !== undefined) emit(cursor, 'sign', sign, at, at + 1);
  else if (startsNumber(text, at)) readNumber(cursor, at);
  else if (character === '%') emit(cursor, 'sign', '%', at, at + 1);
  else if (isComparison(text, at)) emit(cursor, 'sign', character, at, at + 1);
  else if (character === '!' && text.charAt(at + 1) === '=') emit(cursor, 'word', 'not', at, at + 2);
  else if ('*·'.includes(character) && isDigitAround(text, at)) emit(cursor, 'word', 'x', at, at + 1);
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
