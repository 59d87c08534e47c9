// How well the bank's own rubrics agree with a human marker on the labelled answers of content/samples:
// npm run bench:rubrics [-- --misses] [-- --question <id>]
// Blind answers are only ever counted; `--misses` shows the others, for tuning a rubric.
import { parseArgs } from 'node:util';
import { loadBank } from '../../src/content/load-bank.ts';
import { describeProblem } from '../../src/content/problem.ts';
import { sampleKinds } from '../../src/core/question/question.ts';
import { graderOf } from '../content/grader-of.ts';
import { table } from './grading/tables.ts';
import { agreementOf, distanceToBand, type Graded, groupBy } from './rubrics/agreement.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { misses: { type: 'boolean' }, question: { type: 'string' } },
  });
  const graded = await gradeLabelled(values.question);
  const open = graded.filter(({ sample }) => !sample.blind);
  const blind = graded.filter(({ sample }) => sample.blind);
  const ranked: readonly string[] = sampleKinds;
  const kinds = [...groupBy(graded, ({ sample }) => sample.kind).keys()].sort(
    (a, b) => ranked.indexOf(a) - ranked.indexOf(b),
  );
  console.log(
    `Agreement with a human marker by kind of answer\n\n${sideBySide('kind', open, blind, kinds, 'kind')}`,
  );
  console.log(`\nby language\n\n${sideBySide('language', open, blind, ['zh', 'en', 'mixed'], 'language')}`);
  console.log(`\nin all\n\n${sideBySide('', open, blind, [], 'kind')}`);
  if (values.misses === true) console.log(`\n${misses(open)}`);
}

async function gradeLabelled(only: string | undefined): Promise<readonly Graded[]> {
  const outcome = await loadBank('content');
  if (outcome.kind === 'problems') throw new Error(outcome.problems.map(describeProblem).join('\n'));
  const grade = graderOf(outcome.bank);
  return outcome.bank.questions
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((question) =>
      (outcome.labelled.get(question.id) ?? []).map((sample) => ({
        question: question.id,
        sample,
        score: grade(question, sample.answer).score,
      })),
    );
}

function sideBySide(
  title: string,
  open: readonly Graded[],
  blind: readonly Graded[],
  names: readonly string[],
  property: 'kind' | 'language',
): string {
  const rows = [...names, undefined].flatMap((name) =>
    [
      { set: 'open', graded: open },
      { set: 'blind', graded: blind },
    ].map(({ set, graded }) => {
      const chosen = name === undefined ? graded : graded.filter(({ sample }) => sample[property] === name);
      const { n, inside, distance, pearson } = agreementOf(chosen);
      const figures = n === 0 ? ['–', '–', '–'] : [percent(inside), distance.toFixed(3), pearson.toFixed(3)];
      return [name ?? 'all', set, String(n), ...figures];
    }),
  );
  return table([title, 'set', 'n', 'in band', 'distance', 'Pearson'], rows);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function misses(open: readonly Graded[]): string {
  return open
    .filter((each) => distanceToBand(each) > 0)
    .sort((a, b) => distanceToBand(b) - distanceToBand(a))
    .map(({ question, sample: { kind, language, answer, score: band }, score }) => {
      return `${question}: ${kind} (${language}) scores ${score}, outside ${band.join('–')}\n  ${answer}`;
    })
    .join('\n');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
