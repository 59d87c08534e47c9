import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/core/question/language.ts';
import { answersIn, gradeOn, labelledAnswers, modelAnswers, ownSamples } from './real-bank.ts';
import { shuffleKeywords } from './shuffle.ts';

const silence = [
  '',
  ' \n\t',
  '…',
  '🙂',
  '👍👍 🎉',
  "I don't know",
  'I have no idea, sorry.',
  'idk',
  '不知道',
  '这题我不会。',
  '没学过，抱歉',
];
const because: Readonly<Record<Language, string>> = { en: ' because', zh: '因为' };
const runs = { seed: 20_260, numRuns: 12 };

describe.each(modelAnswers)('%s (%s) gives little or nothing for', (id, language, question, modelAnswer) => {
  it('saying nothing', () => {
    for (const answer of silence) {
      expect(gradeOn(question, answer)).toMatchObject({ score: 0, flags: ['blank'] });
    }
  });

  it('the question itself', () => {
    const prompt = question.prompt[language];
    for (const answer of [prompt, prompt + because[language], `${prompt} ${prompt}`]) {
      expect(gradeOn(question, answer).score).toBeLessThanOrEqual(0.05);
    }
  });

  it('the model answer to any other question, in either language', () => {
    const rewarded = modelAnswers
      .filter(([other]) => other !== id)
      .map(([other, otherLanguage, , answer]) => ({
        other,
        otherLanguage,
        score: gradeOn(question, answer).score,
      }))
      .filter(({ score }) => score > 0.15);
    expect(rewarded).toEqual([]);
  });

  it('its keywords in any order, and says why', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { score, flags } = gradeOn(question, shuffleKeywords(modelAnswer, seed));
        expect(score).toBeLessThanOrEqual(0.6);
        expect(flags).toContain('keyword-list');
      }),
      runs,
    );
  });

  it('the model answers of the whole bank, one after another', () => {
    const others = answersIn(language).filter((answer) => answer !== modelAnswer);
    expect(gradeOn(question, [...others, modelAnswer].join('\n')).score).toBeLessThanOrEqual(0.6);
    const { score, flags } = gradeOn(question, [modelAnswer, ...others].join('\n'));
    expect(score).toBeLessThanOrEqual(0.6);
    expect(flags).toContain('many-topics');
  });
});

describe('honest answers', () => {
  it('are hardly ever taken for bags of keywords', () => {
    const honest = [...labelledAnswers, ...ownSamples].filter(
      ({ question, sample }) =>
        question.rubric.style === 'explanation' && ['strong', 'good'].includes(sample.kind),
    );
    const taken = honest.filter(({ question, sample }) =>
      gradeOn(question, sample.answer).flags.includes('keyword-list'),
    );
    expect(honest.length).toBeGreaterThan(70);
    expect(taken.length / honest.length).toBeLessThanOrEqual(0.015);
  });
});
