import { functionCharacters, functionWords } from './text/function-words.ts';
import type { Unit } from './text/unit.ts';

/** Which sentences of a text are bags of keywords rather than prose. */
export interface Prose {
  /** Sentences, by number, without the small words that hold prose together. */
  readonly soup: ReadonlySet<number>;
  readonly isAllSoup: boolean;
}

/** Shorter stretches are headings, formulas or list items and cannot be told apart. */
const fewestWords = 8;
/** Lowest share of function words in prose; measured on real full-mark answers, see docs/grading.md. */
const functionWordShare = 0.1;
const functionCharacterShare = 0.05;
/** Chinese characters to a word. */
const charactersPerWord = 2;

interface Count {
  words: number;
  functionWords: number;
  characters: number;
  functionCharacters: number;
}

const newCount = (): Count => ({ words: 0, functionWords: 0, characters: 0, functionCharacters: 0 });

/** Finds the sentences of a text that are bags of keywords. */
export function readProse(units: readonly Unit[]): Prose {
  const whole = newCount();
  const bySentence = new Map<number, Count>();
  for (const unit of units) {
    const ofSentence = bySentence.get(unit.sentence) ?? newCount();
    bySentence.set(unit.sentence, ofSentence);
    count(unit, whole);
    count(unit, ofSentence);
  }
  const soup = [...bySentence].filter(([, each]) => isSoup(each)).map(([sentence]) => sentence);
  return isSoup(whole)
    ? { soup: new Set(bySentence.keys()), isAllSoup: true }
    : { soup: new Set(soup), isAllSoup: false };
}

function count(unit: Unit, counted: Count): void {
  if (unit.kind === 'han') {
    counted.characters += 1;
    if (functionCharacters.has(unit.key)) counted.functionCharacters += 1;
  } else if (unit.kind === 'word' && unit.key.length > 1) {
    counted.words += 1;
    if (functionWords.has(unit.key)) counted.functionWords += 1;
  } else if (functionWords.has(unit.key)) {
    counted.words += 1;
    counted.functionWords += 1;
  }
}

function isSoup({ words, functionWords: held, characters, functionCharacters: heldHan }: Count): boolean {
  const hanWords = characters / charactersPerWord;
  if (words + hanWords < fewestWords) return false;
  // Each language is held to its own share, by how much of the text is written in it.
  const expected = words * functionWordShare + characters * functionCharacterShare;
  return held + heldHan < expected;
}
