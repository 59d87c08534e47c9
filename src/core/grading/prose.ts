import { functionCharacters, functionWords } from './text/function-words.ts';
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
  units.forEach((unit, at) => {
    const counted = sentences[unit.sentence] ?? newCount();
    sentences[unit.sentence] = counted;
    const before = units[at - 1];
    countUnit(unit, before, counted);
    if (before !== undefined) countBreaks(text, before, unit, counted);
  });
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
  } else if (functionWords.has(unit.key)) {
    counted.words += 1;
    counted.functionWords += 1;
  } else if (unit.kind === 'word' && unit.key.length > 1) counted.words += 1;
}

const space = 0x20;

function countBreaks(text: string, before: Unit, unit: Unit, counted: Count): void {
  const [from, to] = [before.end, unit.start];
  if (unit.gap >= gap.comma) counted.breaks += 1;
  // Nearly always nothing or one space.
  if (to <= from || (to === from + 1 && text.charCodeAt(from) === space)) return;
  const between = text.slice(from, to);
  if (unit.gap < gap.comma && between.includes('、')) counted.breaks += 1;
  if (before.sentence === unit.sentence && /[=＝]/.test(between)) counted.equations += 1;
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

/** Characters of {@link functionCharacters} that keywords hold as well: 无参数, 不变性, 最大池化. */
const inKeywords = new Set('不无非未最'.split(''));
/** Others that they hold after certain characters: 饱和, 求和; 法则, 正则化; 大于, 小于. */
const afterInKeywords: ReadonlyMap<string, string> = new Map([
  ['和', '饱总求'],
  ['则', '法规原正准'],
  ['于', '大小等高低'],
]);

function holdsProse({ key }: Unit, before: Unit | undefined): boolean {
  if (!functionCharacters.has(key) || inKeywords.has(key)) return false;
  return afterInKeywords.get(key)?.includes(before?.key ?? ' ') !== true;
}

function isSoup(counted: Count): boolean {
  const { words, characters, fragments, equations } = counted;
  if (equations > 0 || wordsIn(counted) < fewestWords) return false;
  // Each language is held to its own share, by how much of the text is written in it.
  const expected = words * functionWordShare + characters * functionCharacterShare;
  const isFragmentary = characters <= fragments * keywordCharacters;
  return counted.functionWords + counted.functionCharacters < expected && isFragmentary;
}
