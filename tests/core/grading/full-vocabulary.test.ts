import { expect, it } from 'vitest';
import { gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import { createLexicon } from '../../../src/core/grading/lexicon.ts';
import { prepareRubric } from '../../../src/core/grading/prepare-rubric.ts';
import { readUnits } from '../../../src/core/grading/text/read-units.ts';
import { idOfWritten, noId } from '../../../src/core/grading/text/vocabulary.ts';
import { bank } from './gates/real-bank.ts';

const answers = bank.questions.flatMap(({ samples }) => samples.map(({ answer }) => answer));

function gradeAll() {
  const lexicon = createLexicon(bank);
  return bank.questions.slice(0, 5).map((question) => {
    const rubric = prepareRubric(question, lexicon);
    return answers.map((answer) => gradeAnswer(rubric, answer));
  });
}

it('grades the same when people have written so many words that new ones get no number', () => {
  const before = gradeAll();
  for (let word = 0; word < 60_000; word += 1)
    readUnits(`${(word + 1e6).toString(36).replaceAll(/\d/g, 'q')}x`);
  for (let word = 0; word < 60_000; word += 1) readUnits(`1${word}`);
  expect(idOfWritten('neverwrittenbefore')).toBe(noId);
  expect(gradeAll()).toEqual(before);
});
