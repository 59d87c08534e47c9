import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/core/question/language.ts';
import { denySentences, denyTwice, earned, negatePoints, seemToDeny } from './negate.ts';
import { bank, creditsOf, gradeOn, modelAnswers } from './real-bank.ts';
import { stateMisconception } from './state-misconception.ts';

describe.each(modelAnswers)('%s (%s) reads', (_, language, question, modelAnswer) => {
  const grade = (text: string) => gradeOn(question, text);
  const ids = earned(grade(modelAnswer));
  const ways = [
    ['"it is not true that"', denySentences],
    ['"does not"', negatePoints],
  ] as const;

  it.each(ways)('%s before any one point as the end of that point', (__, deny) => {
    const kept = ids.filter(
      (id) => (creditsOf(grade(deny(modelAnswer, language, [id], grade)))[id] ?? 0) > 0,
    );
    expect(kept).toEqual([]);
  });

  it.each(ways)('%s before every point as the end of the answer', (__, deny) => {
    expect(grade(deny(modelAnswer, language, ids, grade)).score).toBeLessThanOrEqual(0.3);
  });

  it.each([
    ['a denial denied', denyTwice],
    ['words that only look like a denial', seemToDeny],
  ])('%s as no denial at all', (__, reword) => {
    const reworded = grade(reword(modelAnswer, language));
    expect(creditsOf(reworded)).toEqual(creditsOf(grade(modelAnswer)));
    expect(reworded.score).toBe(grade(modelAnswer).score);
  });
});

const misconceptions = bank.questions.flatMap((question) =>
  languages.flatMap((language) =>
    question.rubric.misconceptions.map(
      (misconception) => [question.id, misconception.id, language, question, misconception] as const,
    ),
  ),
);

describe('a misconception added to the model answer', () => {
  it.each(misconceptions)('of %s is named and caps the score: %s (%s)', (...row) => {
    const [, , language, question, misconception] = row;
    const { score, misconceptions: found } = gradeOn(
      question,
      `${question.modelAnswer[language]} ${stateMisconception(misconception, language)}`,
    );
    expect(found.map(({ id }) => id)).toContain(misconception.id);
    expect(score).toBeLessThanOrEqual(misconception.cap);
  });

  it('is the only thing that is ever named: no model answer states one', () => {
    const accused = modelAnswers.filter(
      ([, , question, answer]) => gradeOn(question, answer).misconceptions.length > 0,
    );
    expect(accused.map(([id, language]) => `${id} (${language})`)).toEqual([]);
  });
});
