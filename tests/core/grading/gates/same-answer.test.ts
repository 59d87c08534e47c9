import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../../bench/grading/statistics.ts';
import { bank, creditsOf, gradeOn, modelAnswers } from './real-bank.ts';
import { toFullWidth, toTraditional, withExtraSpaces } from './script.ts';
import { shuffleSentences } from './shuffle.ts';
import { otherNumber, otherTense, toAmerican, toBritish, withTypos } from './spelling.ts';

const runs = { seed: 20_260, numRuns: 12 };

const scripts: readonly (readonly [name: string, rewrite: (text: string) => string])[] = [
  ['traditional characters', toTraditional],
  ['full width', toFullWidth],
  ['decomposed accents', (text) => text.normalize('NFD')],
  ['composed accents', (text) => text.normalize('NFC')],
  ['upper case', (text) => text.toUpperCase()],
  ['extra spaces', withExtraSpaces],
];

const wordings: readonly (readonly [name: string, rewrite: (text: string) => string])[] = [
  ['British spelling', toBritish],
  ['American spelling', toAmerican],
  ['plurals for singulars', otherNumber],
  ['another tense', otherTense],
];

const unrelated = [
  'Paris is the capital of France.',
  'Water boils at 100 degrees Celsius at sea level.',
  '北京是中国的首都。',
  '在海平面上，水在一百摄氏度沸腾。',
];

describe.each(modelAnswers)('the model answer of %s (%s)', (_, __, question, modelAnswer) => {
  const grade = (text: string) => gradeOn(question, text);
  const { score } = grade(modelAnswer);
  const change = (text: string) => Math.abs(grade(text).score - score);

  it('is solid', () => {
    expect(score).toBeGreaterThanOrEqual(0.95);
  });

  it.each(scripts)('earns exactly the same in %s', (___, rewrite) => {
    const rewritten = grade(rewrite(modelAnswer));
    expect(creditsOf(rewritten)).toEqual(creditsOf(grade(modelAnswer)));
    expect(rewritten.score).toBe(score);
  });

  it.each(wordings)('earns the same in %s', (___, rewrite) => {
    expect(change(rewrite(modelAnswer))).toBeLessThanOrEqual(0.02);
  });

  it('earns the same with its sentences in any order', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(change(shuffleSentences(modelAnswer, seed))).toBeLessThanOrEqual(0.02);
      }),
      runs,
    );
  });

  it('earns the same beside a true sentence about something else', () => {
    for (const sentence of unrelated) {
      expect(change(`${modelAnswer} ${sentence}`)).toBeLessThanOrEqual(0.02);
      expect(change(`${sentence} ${modelAnswer}`)).toBeLessThanOrEqual(0.02);
    }
  });

  it('loses little by a typo in every fifth long word', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(score - grade(withTypos(modelAnswer, 0.2, seed)).score).toBeLessThanOrEqual(0.15);
      }),
      runs,
    );
  });
});

describe('over the whole bank', () => {
  it('a typo in every fifth long word costs hardly anything on average', () => {
    const drops = modelAnswers.flatMap(([, , question, answer]) =>
      Array.from({ length: 6 }, (_, seed) => {
        const { score } = gradeOn(question, withTypos(answer, 0.2, seed));
        return gradeOn(question, answer).score - score;
      }),
    );
    expect(mean(drops)).toBeLessThanOrEqual(0.05);
  });

  it('the two languages of a model answer score alike', () => {
    const apart = bank.questions.filter((question) => {
      const [zh, en] = [
        gradeOn(question, question.modelAnswer.zh),
        gradeOn(question, question.modelAnswer.en),
      ];
      return Math.abs(zh.score - en.score) > 0.05;
    });
    expect(apart.map(({ id }) => id)).toEqual([]);
  });
});
