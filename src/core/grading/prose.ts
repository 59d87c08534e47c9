import { plays, role } from './text/roles.ts';
import { gap, type Unit } from './text/unit.ts';

/** Which sentences of a text are bags of keywords rather than prose. */
export interface Prose {
  /** Sentences, by number, without the small words that hold prose together. */
  readonly soup: ReadonlySet<number>;
  /** Those of them that not even commas part into items. */
  readonly unparted: ReadonlySet<number>;
}

/** Shorter stretches are headings, formulas or list items and cannot be told apart. */
const fewestWords = 8;
/** English prose has at least this share of function words; measured on real full-mark answers, see docs/grading.md. */
const functionWordShare = 0.1;
/** Chinese prose has at least this share of function characters, or else goes on for longer than a keyword. */
const functionCharacterShare = 0.04;
const keywordCharacters = 8;
/** Items of a list are shorter than this, and two of them need no comma. */
const itemWords = 6;
/** Chinese characters to a word. */
const charactersPerWord = 2;

interface Count {
  words: number;
  functionWords: number;
  characters: number;
  functionCharacters: number;
  /** Stretches of Chinese between anything else. */
  fragments: number;
  /** Commas and stronger breaks. */
  breaks: number;
  /** Signs of equality. */
  equations: number;
}

const newCount = (): Count => ({
  words: 0,
  functionWords: 0,
  characters: 0,
  functionCharacters: 0,
  fragments: 0,
  breaks: 0,
  equations: 0,
});

/** Finds the sentences of a text that are bags of keywords: each by itself, or all where the whole text is one. */
export function readProse(text: string, units: readonly Unit[]): Prose {
  const sentences: Count[] = [];
  let before: Unit | undefined;
  for (const unit of units) {
    const counted = sentences[unit.sentence] ?? newCount();
    sentences[unit.sentence] = counted;
    countUnit(unit, before, counted);
    if (before !== undefined) countBreaks(text, before, unit, counted);
    before = unit;
  }
  const whole = sumOf(sentences);
  const isAll = isSoup(whole);
  const soup = new Set<number>();
  const unparted = new Set<number>();
  sentences.forEach((counted, sentence) => {
    if (!isAll && !isSoup(counted)) return;
    soup.add(sentence);
    if (isUnparted(isAll ? whole : counted)) unparted.add(sentence);
  });
  return { soup, unparted };
}

function countUnit(unit: Unit, before: Unit | undefined, counted: Count): void {
  if (unit.kind === 'han') {
    counted.characters += 1;
    if (holdsProse(unit, before)) counted.functionCharacters += 1;
    if (before?.kind !== 'han' || unit.gap !== gap.none) counted.fragments += 1;
  } else if (plays(unit, role.functionWord)) {
    counted.words += 1;
    counted.functionWords += 1;
  } else if (unit.kind === 'word' && unit.key.length > 1) counted.words += 1;
}

const pause = '、'.charCodeAt(0);
const equals = new Set([...'=＝'].map((sign) => sign.charCodeAt(0)));

function countBreaks(text: string, before: Unit, unit: Unit, counted: Count): void {
  let pauses = false;
  let equates = false;
  for (let at = before.end; at < unit.start; at += 1) {
    const code = text.charCodeAt(at);
    pauses ||= code === pause;
    equates ||= equals.has(code);
  }
  if (unit.gap >= gap.comma || pauses) counted.breaks += 1;
  if (equates && before.sentence === unit.sentence) counted.equations += 1;
}

function sumOf(counts: readonly Count[]): Count {
  const sum = newCount();
  for (const each of counts) {
    sum.words += each.words;
    sum.functionWords += each.functionWords;
    sum.characters += each.characters;
    sum.functionCharacters += each.functionCharacters;
    sum.fragments += each.fragments;
    sum.breaks += each.breaks;
    sum.equations += each.equations;
  }
  return sum;
}

const isUnparted = (counted: Count) => wordsIn(counted) > itemWords * Math.max(2, 1 + counted.breaks);

const wordsIn = ({ words, characters }: Count) => words + characters / charactersPerWord;

/** Prose characters that keywords hold after certain others: 饱和, 求和; 法则, 正则化; 大于, 小于. */
const afterInKeywords: ReadonlyMap<string, string> = new Map([
  ['和', '饱总求'],
  ['则', '法规原正准'],
  ['于', '大小等高低'],
]);

function holdsProse(unit: Unit, before: Unit | undefined): boolean {
  if (!plays(unit, role.proseCharacter)) return false;
  return afterInKeywords.get(unit.key)?.includes(before?.key ?? ' ') !== true;
}

function isSoup(counted: Count): boolean {
  const { words, characters, fragments, equations } = counted;
  if (equations > 0 || wordsIn(counted) < fewestWords) return false;
  // Each language is held to its own share, by how much of the text is written in it.
  const expected = words * functionWordShare + characters * functionCharacterShare;
  const isFragmentary = characters <= fragments * keywordCharacters;
  return counted.functionWords + counted.functionCharacters < expected && isFragmentary;
}
