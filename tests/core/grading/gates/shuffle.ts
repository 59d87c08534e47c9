import { functionCharacters, functionWords } from '../../../../src/core/grading/text/function-words.ts';
import { mulberry32 } from '../../../bench/grading/bootstrap.ts';
import { sentencesOf } from './sentences.ts';

/** A list in another order; the same seed gives the same order. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const chance = mulberry32(seed);
  return list
    .map((item) => ({ item, key: chance() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const keyword = /[\p{Script=Latin}\d.]+(?:-[\p{Script=Latin}\d]+)*|\p{Script=Han}+/gu;

/** The keywords of a text in another order and nothing else: content words, and Chinese between function characters. */
export function shuffleKeywords(text: string, seed: number): string {
  const words = (text.match(keyword) ?? []).flatMap((stretch) =>
    /\p{Script=Han}/u.test(stretch)
      ? hanKeywords(stretch)
      : functionWords.has(stretch.toLowerCase())
        ? []
        : [stretch],
  );
  return shuffled(words, seed).join(' ');
}

function hanKeywords(stretch: string): readonly string[] {
  const pieces: string[] = [''];
  for (const character of stretch) {
    if (functionCharacters.has(character)) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** The same sentences in another order. */
export function shuffleSentences(text: string, seed: number): string {
  return shuffled(
    sentencesOf(text).map((sentence) => sentence.trim()),
    seed,
  ).join(' ');
}
