import type { Command } from 'commander';
import { z } from 'zod';
import { CoachError } from '../app/coach-error.ts';
import { createGradingDesk } from '../app/grading-desk.ts';
import { nearest } from '../app/parse-command.ts';
import { readBank } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { Grade } from '../core/grading/grade.ts';
import { createReferenceGrader } from '../core/grading/reference/reference-grader.ts';
import { readJsonLines } from './json-lines.ts';
import { readOwnQuestions } from './own-questions.ts';

const bankLine = z.looseObject({ text: z.string('is missing or no text; it holds the answer') });
const ownLine = z.looseObject({
  qid: z.union([z.string(), z.number()], 'is missing; it names the question that is answered'),
  // Nothing handed in is an answer too.
  answer: z.union([z.string(), z.number(), z.null()], 'is missing or no text'),
});

interface GradeFlags {
  readonly question?: string;
  readonly questions?: string;
}

/** `coach grade`: JSON lines in, the same lines with their grades out. */
export function addGrade(program: Command, input: NodeJS.ReadableStream = process.stdin): void {
  program
    .command('grade')
    .description('grade answers from standard input, one JSON object a line')
    .option('--question <id>', 'a question of the bank; each line holds the answer as "text"')
    .option(
      '--questions <file>',
      'your own questions with "reference" or "rubric" as JSON lines; each answer names its "qid"',
    )
    .action(async ({ question, questions }: GradeFlags) => {
      if (question !== undefined && questions === undefined) return gradeOnBank(question, input);
      if (questions !== undefined && question === undefined) return gradeOnOwn(questions, input);
      throw new CoachError(
        'usage',
        'Name either --question <id>, a question of the bank, or --questions <file>, your own.',
      );
    });
}

async function gradeOnBank(id: string, input: NodeJS.ReadableStream): Promise<void> {
  const bank = await readBank(readConfig().content);
  const question = bank.questions.find((each) => each.id === id);
  if (question === undefined) {
    const known = bank.questions.map((each) => each.id);
    throw unknownQuestion(id, known);
  }
  const grade = createGradingDesk(bank);
  await gradeLines(input, bankLine, ({ text }) => grade(question, text));
}

async function gradeOnOwn(file: string, input: NodeJS.ReadableStream): Promise<void> {
  const { questions, problems } = await readOwnQuestions(file);
  for (const problem of problems) reject(problem);
  const grade = createReferenceGrader(questions);
  await gradeLines(
    input,
    ownLine,
    ({ qid, answer }) => grade(String(qid), String(answer ?? '')) ?? notAsked(qid, file),
  );
}

const notAsked = (qid: string | number, file: string) => `there is no question "${qid}" in ${file}`;

/** Grades every line; `grade` gives a grade, or says in words why there is none. */
async function gradeLines<T extends object>(
  input: NodeJS.ReadableStream,
  schema: z.ZodType<T>,
  grade: (line: T) => Grade | string,
): Promise<void> {
  for await (const line of readJsonLines(input, schema)) {
    if (line.kind === 'problem') {
      reject(line.problem);
      continue;
    }
    const graded = grade(line.value);
    if (typeof graded === 'string') reject(`line ${line.number}: ${graded}`);
    else process.stdout.write(`${JSON.stringify({ ...line.value, ...graded })}\n`);
  }
}

function unknownQuestion(id: string, known: readonly string[]): CoachError {
  const near = nearest(id, known);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`coach questions` lists them.';
  return new CoachError('usage', `There is no question "${id}". ${hint}`);
}

/** A line that cannot be read does not keep the others from being graded, but the command has failed. */
function reject(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
