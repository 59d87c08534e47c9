import { createReferenceGrader } from '../../../src/core/grading/reference/reference-grader.ts';
import type { AnswerSet } from './answer-set.ts';
import { pearson } from './statistics.ts';

/** The same answers graded in two languages. */
export interface Parity {
  readonly name: string;
  readonly englishName: string;
  readonly pairs: number;
  readonly pearson: number;
  readonly englishPearson: number;
}

/** For a set whose questions name their English originals: its correlation beside that of the originals' answers. */
export function measureParity(set: AnswerSet, others: readonly AnswerSet[]): Parity | undefined {
  const wanted = new Set(set.questions.flatMap(({ englishId }) => englishId ?? []));
  const english = others.find(({ questions }) => questions.some(({ qid }) => wanted.has(qid)));
  if (wanted.size === 0 || english === undefined) return undefined;
  const originals = new Map(english.answers.map((answer) => [answer.id, answer]));
  const pairs = set.answers.flatMap((answer) => {
    // `4#17` translates `1.4#17`.
    const original = originals.get(`${answer.question.englishId}#${answer.id.split('#')[1]}`);
    return original === undefined ? [] : [{ answer, original }];
  });
  if (pairs.length === 0) return undefined;
  const [grader, englishGrader] = [
    createReferenceGrader(set.questions),
    createReferenceGrader(english.questions),
  ];
  const correlation = (side: 'answer' | 'original', grade: typeof grader) =>
    pearson(
      pairs.map((pair) => grade(pair[side].question.qid, pair[side].text)?.score ?? 0),
      pairs.map((pair) => pair[side].mark),
    );
  return {
    name: set.name,
    englishName: english.name,
    pairs: pairs.length,
    pearson: correlation('answer', grader),
    englishPearson: correlation('original', englishGrader),
  };
}
