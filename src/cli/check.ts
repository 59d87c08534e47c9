import { relative } from 'node:path';
import type { Command } from 'commander';
import { createGradingDesk } from '../app/grading-desk.ts';
import type { Laboratory } from '../app/ports/laboratory.ts';
import { readConfig } from '../config.ts';
import { checkBank } from '../content/check-bank.ts';
import { loadBank } from '../content/load-bank.ts';
import { describeProblem, type Problem } from '../content/problem.ts';
import type { DemoLink } from '../core/question/rubric.ts';
import { openLaboratory } from '../experiments/laboratory.ts';
import { noCache } from './no-cache.ts';

/** `coach check content`: everything an author should know before a question is merged. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('check what the coach is made of')
    .command('content')
    .description(
      'check every question: its shape, its demo, and that its samples grade as a person graded them',
    )
    .action(async () => {
      const { content } = readConfig();
      const folder = relative('.', content);
      const outcome = await loadBank(folder);
      if (outcome.kind === 'problems') return fail(outcome.problems);
      const laboratory = openLaboratory({ ...noCache, workers: 0 });
      const problems = checkBank(outcome.bank, folder, {
        knowsExperiment: (id, parameters) => demoProblem(laboratory, id, parameters),
        grade: createGradingDesk(outcome.bank),
      });
      await laboratory.close();
      if (problems.length > 0) return fail(problems);
      process.stdout.write(`${outcome.bank.questions.length} questions, no problem found\n`);
    });
}

function fail(problems: readonly Problem[]): void {
  process.stderr.write(`${problems.map(describeProblem).join('\n')}\n`);
  process.exitCode = 1;
}

function demoProblem(
  laboratory: Laboratory,
  id: string,
  parameters: DemoLink['parameters'],
): string | undefined {
  if (!laboratory.catalogue.some((experiment) => experiment.id === id))
    return `there is no experiment "${id}"`;
  const given = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
  const outcome = laboratory.readParameters(id, Object.fromEntries(given), 'en');
  return outcome.kind === 'problems' ? outcome.problems.join(' ') : undefined;
}
