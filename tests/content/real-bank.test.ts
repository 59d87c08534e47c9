import { beforeAll, describe, expect, it } from 'vitest';
import { checkBank } from '../../src/content/check-bank.ts';
import { type LabelledSamples, loadBank } from '../../src/content/load-bank.ts';
import { describeProblem } from '../../src/content/problem.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import { languages } from '../../src/core/question/language.ts';
import { sampleKinds } from '../../src/core/question/question.ts';
import { agreementOf } from '../bench/rubrics/agreement.ts';
import { graderOf } from './grader-of.ts';

const seedIds = [
  'relu-over-sigmoid-tanh',
  'batch-normalization',
  'lstm-sigmoid-and-tanh',
  'rnn-exploding-vanishing',
  'data-unsuited-to-deep-learning',
  'vanishing-exploding-gradients',
  'glm-in-deep-learning',
  'history-of-neural-networks',
  'common-deep-learning-methods',
  'cnn-models',
];

let bank: QuestionBank;
let labelled: LabelledSamples;

beforeAll(async () => {
  const outcome = await loadBank('content');
  if (outcome.kind === 'problems') throw new Error(outcome.problems.map(describeProblem).join('\n'));
  ({ bank, labelled } = outcome);
});

describe('the bank of this repository', () => {
  it('holds the twenty questions of the two-part article under their ids', () => {
    const origins = new Map(bank.questions.map(({ id, origin }) => [id, origin]));
    seedIds.forEach((id, index) => {
      expect(origins.get(id)).toBe(`seed-${11 + index}`);
    });
    expect([...origins.values()].filter((origin) => origin === 'seed-part1')).toHaveLength(10);
  });

  it('passes every check of the grader: model answers, samples, echoes, other questions', () => {
    const judges = { knowsExperiment: () => undefined, grade: graderOf(bank) };
    expect(checkBank(bank, 'content', judges).map(describeProblem)).toEqual([]);
  });

  it('gives every question samples of five kinds in both languages', () => {
    for (const { id, samples } of bank.questions) {
      for (const language of languages) {
        const kinds = samples.filter((sample) => sample.language === language).map(({ kind }) => kind);
        expect([id, ...new Set(kinds)]).toEqual(
          expect.arrayContaining(['strong', 'partial', 'wrong', 'misconception', 'stuffed']),
        );
      }
    }
  });

  it('knows at least 150 concepts', () => {
    expect(bank.concepts.length).toBeGreaterThanOrEqual(150);
  });

  it('writes a correction, a weight and a hint in both languages without copying the question', () => {
    for (const { prompt, modelAnswer } of bank.questions) {
      for (const language of languages) expect(modelAnswer[language]).not.toContain(prompt[language]);
    }
  });
});

describe('the labelled answers', () => {
  it('cover every kind for every question, about a third of them blind, in both languages', () => {
    for (const { id } of bank.questions) {
      const samples = labelled.get(id) ?? [];
      expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(sampleKinds));
      const blind = samples.filter((sample) => sample.blind);
      expect(blind.length / samples.length).toBeCloseTo(1 / 3, 1);
      expect(new Set(blind.map(({ language }) => language)).size).toBeGreaterThanOrEqual(2);
    }
  });

  it('are graded inside their band nine times in ten where they are open', () => {
    const grade = graderOf(bank);
    const graded = bank.questions.flatMap((question) =>
      (labelled.get(question.id) ?? [])
        .filter((sample) => !sample.blind)
        .map((sample) => ({ question: question.id, sample, score: grade(question, sample.answer).score })),
    );
    expect(graded.length).toBeGreaterThanOrEqual(200);
    const { inside, pearson } = agreementOf(graded);
    expect(inside).toBeGreaterThanOrEqual(0.9);
    expect(pearson).toBeGreaterThanOrEqual(0.9);
  });
});
