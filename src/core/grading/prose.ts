import { functionCharacters, functionWords } from './text/function-words.ts';
import { gap, type Unit } from './text/unit.ts';

/** Which sentences of a text are bags of keywords rather than prose. */
export interface Prose {
  /** Sentences, by number, without the small words that hold prose together. */
  readonly soup: ReadonlySet<number>;
}

/** Shorter stretches are headings, formulas or list items and cannot be told apart. */
const fewestWords = 8;
/** English prose has at least this share of function words; measured on real full-mark answers, see docs/grading.md. */
const functionWordShare = 0.1;
/** Chinese prose has at least this share of function characters, or else goes on for longer than a keyword. */
const functionCharacterShare = 0.04;
const keywordCharacters = 8;
/** Chinese characters to a word. */
const charactersPerWord = 2;

interface Count {
  words: number;
  functionWords: number;
  characters: number;
  functionCharacters: number;
  /** Stretches of Chinese between anything else. */
  fragments: number;
  isFormula: boolean;
}

const newCount = (): Count => ({
  words: 0,
  functionWords: 0,
  characters: 0,
  functionCharacters: 0,
  fragments: 0,
  isFormula: false,
});

/** Finds the sentences of a text that are bags of keywords: each by itself, or all where the whole text is one. */
export function readProse(text: string, units: readonly Unit[]): Prose {
  const whole = newCount();
  const bySentence = new Map<number, Count>();
  units.forEach((unit, at) => {
    const ofSentence = bySentence.get(unit.sentence) ?? newCount();
    bySentence.set(unit.sentence, ofSentence);
    const before = units[at - 1];
    for (const counted of [whole, ofSentence]) count(unit, before, counted);
    if (before?.sentence === unit.sentence && /[=＝]/.test(text.slice(before.end, unit.start))) {
      ofSentence.isFormula = true;
    }
  });
  const soup = [...bySentence].filter(([, each]) => isSoup(each)).map(([sentence]) => sentence);
  const formulas = [...bySentence.values()].some(({ isFormula }) => isFormula);
  return { soup: new Set(!formulas && isSoup(whole) ? bySentence.keys() : soup) };
}

function count(unit: Unit, before: Unit | undefined, counted: Count): void {
  if (unit.kind === 'han') {
    counted.characters += 1;
    if (holdsProse(unit, before)) counted.functionCharacters += 1;
    if (before?.kind !== 'han' || unit.gap !== gap.none) counted.fragments += 1;
  } else if (functionWords.has(unit.key)) {
    counted.words += 1;
    counted.functionWords += 1;
  } else if (unit.kind === 'word' && unit.key.length > 1) counted.words += 1;
}

/** Characters of {@link functionCharacters} that keywords hold as well: 无参数, 不变性, 最大池化, 饱和. */
const inKeywords = new Set('不无非未最'.split(''));
const beforeKeywordAnd = new Set('饱总求'.split(''));

function holdsProse({ key }: Unit, before: Unit | undefined): boolean {
  if (!functionCharacters.has(key) || inKeywords.has(key)) return false;
  return key !== '和' || !beforeKeywordAnd.has(before?.key ?? '');
}

function isSoup(counted: Count): boolean {
  const { words, characters, fragments, isFormula } = counted;
  if (isFormula || words + characters / charactersPerWord < fewestWords) return false;
  // Each language is held to its own share, by how much of the text is written in it.
  const expected = words * functionWordShare + characters * functionCharacterShare;
  const isFragmentary = characters <= fragments * keywordCharacters;
  return counted.functionWords + counted.functionCharacters < expected && isFragmentary;
}
