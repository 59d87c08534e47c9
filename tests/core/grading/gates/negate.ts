import type { Grade, PointGrade } from '../../../../src/core/grading/grade.ts';
import type { Language } from '../../../../src/core/question/language.ts';
import { sentenceAt, sentencesOf } from './sentences.ts';

const denial = { en: 'It is not true that ', zh: '并不是说' } as const;
const insertedNot = { en: 'does not ', zh: '不会' } as const;
const doubleDenial = { en: 'It is not false that ', zh: '不能说不是' } as const;
const noDenial = { en: 'Not only in theory, ', zh: '不仅在理论上，' } as const;

type Prefixes = Readonly<Record<Language, string>>;

function prefixed(
  text: string,
  language: Language,
  prefixes: Prefixes,
  chosen: (index: number) => boolean,
): string {
  return sentencesOf(text)
    .map((sentence, index) => (chosen(index) ? prefixes[language] + sentence : sentence))
    .join('');
}

function sentencesWith(points: readonly PointGrade[], text: string): ReadonlySet<number> {
  const sentences = sentencesOf(text);
  return new Set(points.flatMap(({ evidence }) => evidence.map(({ start }) => sentenceAt(sentences, start))));
}

/** Grades a text; the negations need it to find every place that makes a point. */
export type Grader = (text: string) => Grade;

/** How often a point may be made over and over in other words. */
const mostPlaces = 12;

/** Says of every sentence that makes one of the points that it is not true. */
export function denySentences(
  text: string,
  language: Language,
  pointIds: readonly string[],
  grade: Grader,
): string {
  const chosen = new Set<number>();
  let denied = text;
  for (let round = 0; round < mostPlaces; round += 1) {
    const before = chosen.size;
    for (const index of sentencesWith(pointsOf(grade(denied), pointIds), denied)) chosen.add(index);
    if (chosen.size === before) break;
    denied = prefixed(text, language, denial, (index) => chosen.has(index));
  }
  return denied;
}

const pointsOf = ({ points }: Grade, ids: readonly string[]) =>
  points.filter(({ id, credit }) => ids.includes(id) && credit > 0);

/** Puts "does not" or 不会 right before all words that earn each of the points. */
export function negatePoints(
  text: string,
  language: Language,
  pointIds: readonly string[],
  grade: Grader,
): string {
  let negated = text;
  for (let round = 0; round < mostPlaces; round += 1) {
    const found = pointsOf(grade(negated), pointIds).flatMap(({ evidence }) =>
      evidence.map(({ start }) => start),
    );
    if (found.length === 0) break;
    for (const start of [...new Set(found)].toSorted((a, b) => b - a)) {
      negated = negated.slice(0, start) + insertedNot[language] + negated.slice(start);
    }
  }
  return negated;
}

/** Denies the denial of every sentence. */
export const denyTwice = (text: string, language: Language) =>
  prefixed(text, language, doubleDenial, () => true);

/** Opens every sentence with words that look like a denial and are none. */
export const seemToDeny = (text: string, language: Language) =>
  prefixed(text, language, noDenial, () => true);

/** Ids of the points that earned something. */
export const earned = ({ points }: Grade) => points.filter(({ credit }) => credit > 0).map(({ id }) => id);
