import { createReadStream, existsSync } from 'node:fs';
import { z } from 'zod';
import { CoachError } from '../app/coach-error.ts';
import { readQuestionLine } from '../core/grading/reference/read-question-line.ts';
import type { QuestionLine } from '../core/grading/reference/reference-grader.ts';
import { readJsonLines } from './json-lines.ts';

/** Somebody's questions, and what of their file could not be used. */
export interface OwnQuestions {
  readonly questions: readonly QuestionLine[];
  readonly problems: readonly string[];
}

/** Reads a file of questions, one JSON object a line. Throws a usage error when it holds none. */
export async function readOwnQuestions(file: string): Promise<OwnQuestions> {
  if (!existsSync(file)) throw new CoachError('usage', `There is no file ${file}.`);
  const questions: QuestionLine[] = [];
  const problems: string[] = [];
  for await (const line of readJsonLines(createReadStream(file, 'utf8'), z.looseObject({}))) {
    if (line.kind === 'problem') {
      problems.push(`${file}, ${line.problem}`);
      continue;
    }
    const outcome = readQuestionLine(line.value);
    if (outcome.kind === 'question') questions.push(outcome.question);
    else problems.push(`${file}, line ${line.number}: ${outcome.problem}`);
  }
  if (questions.length > 0) return { questions, problems };
  const found = problems.length === 0 ? 'It is empty.' : problems.join('\n');
  throw new CoachError(
    'usage',
    `${file} holds no question. Write one JSON object a line, with "qid", "question" and "reference".\n${found}`,
  );
}
