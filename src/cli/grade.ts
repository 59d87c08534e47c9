import type { Command } from 'commander';
import { z } from 'zod';
import { CoachError } from '../app/coach-error.ts';
import { createGradingDesk } from '../app/grading-desk.ts';
import { nearest } from '../app/parse-command.ts';
import { readBank } from '../compose.ts';
import { readConfig } from '../config.ts';
import { readJsonLines } from './json-lines.ts';

const answerLine = z.looseObject({ text: z.string() });

/** `coach grade --question <id>`: JSON lines in, the same lines with their grades out. */
export function addGrade(program: Command): void {
  program
    .command('grade')
    .description('grade answers from standard input, one JSON object a line')
    .requiredOption('--question <id>', 'a question of the bank; each line holds the answer as "text"')
    .action(async ({ question: id }: { question: string }) => {
      const bank = await readBank(readConfig().content);
      const question = bank.questions.find((each) => each.id === id);
      if (question === undefined)
        throw unknownQuestion(
          id,
          bank.questions.map((each) => each.id),
        );
      const grade = createGradingDesk(bank);
      for await (const line of readJsonLines(process.stdin, answerLine)) {
        if (line.kind === 'line') print({ ...line.value, ...grade(question, line.value.text) });
        else reject(line.problem);
      }
    });
}

function unknownQuestion(id: string, known: readonly string[]): CoachError {
  const near = nearest(id, known);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`coach questions` lists them.';
  return new CoachError('usage', `There is no question "${id}". ${hint}`);
}

function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** A line that cannot be read does not keep the others from being graded, but the command has failed. */
function reject(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
