import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../../../../src/core/grading/grade.ts';
import { gradeAnswer } from '../../../../src/core/grading/grade-answer.ts';
import { createLexicon } from '../../../../src/core/grading/lexicon.ts';
import { prepareRubric } from '../../../../src/core/grading/prepare-rubric.ts';
import { bank, gradeOn, labelledAnswers, modelAnswers } from './real-bank.ts';
import { toFullWidth, toTraditional, withExtraSpaces } from './script.ts';
import { sentencesOf } from './sentences.ts';
import { withTypos } from './spelling.ts';

/** Sentences of the whole bank and of its labelled answers, as people may also write them. */
const sentence = fc
  .tuple(
    fc.constantFrom(
      ...modelAnswers.flatMap(([, , , answer]) => sentencesOf(answer)),
      ...labelledAnswers.flatMap(({ sample }) => sentencesOf(sample.answer)),
      '🙂 ',
      'ﬁne ',
    ),
    fc.constantFrom<(text: string) => string>(
      (text) => text,
      toTraditional,
      toFullWidth,
      withExtraSpaces,
      (text) => text.normalize('NFD'),
      (text) => withTypos(text, 0.5, text.length),
    ),
  )
  .map(([text, rewrite]) => rewrite(text));

const answer = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(''));

function spansOf({ points, misconceptions }: Grade) {
  const ofSlots = points.flatMap(({ slots }) => slots.flatMap(({ evidence }) => evidence ?? []));
  return [...points, ...misconceptions].flatMap(({ evidence }) => evidence).concat(ofSlots);
}

describe('the evidence of a grade', () => {
  it('is the very stretch of the answer it points at', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom(...bank.questions), (said, question) => {
        for (const { start, end, text: quoted } of spansOf(gradeOn(question, said))) {
          expect(quoted).toBe(said.slice(start, end));
          expect(quoted).not.toBe('');
        }
      }),
      { seed: 20_260, numRuns: 300 },
    );
  });

  it('is there for every credit, and only for credits', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom(...bank.questions), (said, question) => {
        for (const { credit, evidence } of gradeOn(question, said).points) {
          expect(evidence.length > 0).toBe(credit > 0);
        }
      }),
      { seed: 20_261, numRuns: 300 },
    );
  });
});

describe('the same answer', () => {
  it('gets the same bytes from a grader that has seen others before', () => {
    const fresh = createLexicon(bank);
    for (const [, , question, text] of modelAnswers) {
      const again = gradeAnswer(prepareRubric(question, fresh), text);
      expect(JSON.stringify(again)).toBe(JSON.stringify(gradeOn(question, text)));
    }
  });

  it('gets the same bytes in another process, under another locale and in another time zone', async () => {
    const [question] = bank.questions;
    if (question === undefined) throw new Error('the bank is empty');
    const answers = labelledAnswers.map(({ sample }) => sample.answer);
    const here = JSON.stringify(answers.map((text) => gradeOn(question, text)));
    const elsewhere = [
      { LC_ALL: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
      { LC_ALL: 'tr_TR.UTF-8', TZ: 'America/New_York' },
    ].map((env) => gradeInProcess(question.id, answers, env));
    expect(await Promise.all(elsewhere)).toEqual([here, here]);
  });
});

const script = fileURLToPath(new URL('../../../fixtures/grade-labelled.mjs', import.meta.url));

function gradeInProcess(
  questionId: string,
  answers: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, [script, questionId], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(answers));
  return text(child.stdout);
}
