import { characterClass, classAt } from './character-class.ts';
import { greekNames } from './symbols.ts';

/** Signs that are units of their own inside a formula. */
export const formulaSigns: ReadonlySet<string> = new Set(['+', '-', '/', '^', '(', ')']);

/** A group in brackets, as far as it is worth looking. */
const group = /^\((?:[^()]|\([^()]*\)){1,40}\)/;
const longestGroup = 44;

/**
 * The sign that a folded character is in a formula, or undefined where it only joins words: `-` in `n-1` but not in
 * `0-1` (a range), "3-d" or "x-axis", `/` in `n/2` but not in "and/or". Brackets count where leaving them out would
 * change the value, as in `(2n+1)/3`.
 */
export function formulaSignAt(text: string, at: number): string | undefined {
  const character = text.charAt(at);
  if (character === '(') return isSum(text, at) ? character : undefined;
  if (character === ')') return closesSum(text, at) ? character : undefined;
  return isOperator(text, at) ? character : undefined;
}

function isOperator(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === '' || !'+-/^'.includes(character)) return false;
  const before = skipSpaces(text, at - 1, -1);
  const after = skipSpaces(text, at + 1, 1);
  const operands = isOperand(text, before, ')') && (isOperand(text, after, '(') || startsNumber(text, after));
  if (!operands) return false;
  if (character !== '-' || !isDigit(text, before)) return true;
  return !isDigit(text, after) && text.charAt(after) !== 'd';
}

function skipSpaces(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (text.charAt(at) === ' ') at += step;
  return at;
}

const isDigit = (text: string, at: number) => classAt(text, at) === characterClass.digit;
const isLetter = (text: string, at: number) => classAt(text, at) === characterClass.letter;

/** A number, a bracket, a Greek letter or another that stands alone. */
function isOperand(text: string, at: number, bracket: string): boolean {
  if (isLetter(text, at)) return isVariable(text, at);
  return isDigit(text, at) || text.charAt(at) === bracket;
}

function isVariable(text: string, at: number): boolean {
  let [from, to] = [at, at + 1];
  while (isLetter(text, from - 1) && to - from <= longestGreekName) from -= 1;
  while (isLetter(text, to) && to - from <= longestGreekName) to += 1;
  return to - from === 1 || greekNames.has(text.slice(from, to));
}

const longestGreekName = 7;

const startsNumber = (text: string, at: number) => /^[-.]\d/.test(text.slice(at, at + 2));

/** Whether the bracket at `at` opens a group of operands joined by an operator. */
function isSum(text: string, at: number): boolean {
  if (opensProse(text, at + 1)) return false;
  const inside = group.exec(text.slice(at, at + longestGroup))?.[0];
  if (inside === undefined || /[a-z]{3}/.test(inside)) return false;
  for (let index = 1; index < inside.length - 1; index += 1) {
    if (inside.charAt(index) !== '^' && isOperator(text, at + index)) return true;
  }
  return false;
}

/** Whether a word stands before the next bracket that closes, as in most brackets; a formula holds letters by ones and twos. */
function opensProse(text: string, from: number): boolean {
  let letters = 0;
  for (let at = from; at < from + longestGroup && text.charCodeAt(at) !== closing; at += 1) {
    letters = isLatin(text.charCodeAt(at)) ? letters + 1 : 0;
    if (letters === 3) return true;
  }
  return false;
}

const closing = ')'.charCodeAt(0);
const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;

function closesSum(text: string, at: number): boolean {
  let depth = 0;
  for (let open = at; open > at - longestGroup && open >= 0; open -= 1) {
    if (text.charAt(open) === ')') depth += 1;
    if (text.charAt(open) === '(') depth -= 1;
    if (depth === 0) return isSum(text, open);
  }
  return false;
}
