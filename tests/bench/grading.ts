// Measures the grader on marked answers of other people: npm run bench:grading -- --data <folder of sets> [--fit <folder>] [--out report.json]
// To look instead of measuring: --worst 5 shows the worst disagreements of each set, --spread 5 answers from all over it.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type AnswerSet, readAnswerSets } from './grading/answer-set.ts';
import { benchSet, fitFor } from './grading/bench-set.ts';
import { measureMarkers } from './grading/markers.ts';
import { measureParity } from './grading/parity.ts';
import { type SeenAnswer, seeAnswers, showAnswer, spreadOf, worstOf } from './grading/show-answers.ts';
import {
  agreementTable,
  bootstrapTable,
  costTable,
  labelTable,
  markerTable,
  parityTable,
} from './grading/tables.ts';

const usage =
  'usage: npm run bench:grading -- --data <folder of sets> [--fit <folder of sets>] [--out report.json] | [--worst <n>] [--spread <n>]';

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      fit: { type: 'string' },
      out: { type: 'string' },
      worst: { type: 'string' },
      spread: { type: 'string' },
    },
  });
  if (values.data === undefined) throw new Error(usage);
  const sets = readAnswerSets(values.data);
  for (const { name, problems } of sets) {
    for (const problem of problems.slice(0, 5)) console.error(`${name}: ${problem}`);
    if (problems.length > 5) console.error(`${name}: … and ${problems.length - 5} more`);
  }
  if (values.worst === undefined && values.spread === undefined) measureSets(sets, values);
  else show(sets, values);
}

/** Measures every set and prints the tables. */
function measureSets(sets: readonly AnswerSet[], values: Partial<Record<'fit' | 'out', string>>): void {
  const fit = values.fit === undefined ? [] : readAnswerSets(values.fit);
  const results = sets.flatMap((set) => benchSet(set, fitFor(set, fit)));
  const markers = sets.flatMap((set) => measureMarkers(set) ?? []);
  const parities = sets.flatMap((set) => measureParity(set, sets) ?? []);
  const unfitted = sets.filter((set) => fitFor(set, fit) === undefined).map(({ name }) => name);
  const scale = scaleOf(values.fit, unfitted);
  console.log(`Agreement with people (mark scale: ${scale})\n\n${agreementTable(results)}`);
  if (results.some(({ ours }) => ours.labels !== undefined)) {
    console.log(`\nLabels\n\n${labelTable(results)}`);
  }
  console.log(
    `\nPooled Pearson against each baseline, 1000 draws over questions\n\n${bootstrapTable(results)}`,
  );
  if (markers.length > 0) console.log(`\nPearson between two people\n\n${markerTable(markers)}`);
  if (parities.length > 0) console.log(`\nLanguages\n\n${parityTable(parities)}`);
  console.log(`\nCost and fingerprint\n\n${costTable(results)}`);
  if (values.out !== undefined)
    writeFileSync(values.out, `${JSON.stringify({ scale, results, markers, parities }, null, 2)}\n`);
}

/** Prints answers with their evidence, set by set. */
function show(
  sets: readonly AnswerSet[],
  { worst, spread }: Partial<Record<'worst' | 'spread', string>>,
): void {
  const print = (title: string, seen: readonly SeenAnswer[]) =>
    console.log(`${title}\n\n${seen.map(showAnswer).join('\n\n')}\n`);
  for (const set of sets) {
    const seen = seeAnswers(set);
    if (worst !== undefined) print(`Worst disagreements in ${set.name}`, worstOf(seen, countFrom(worst)));
    if (spread !== undefined) print(`From all over ${set.name}`, spreadOf(seen, countFrom(spread)));
  }
}

function countFrom(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`"${text}" is no number of answers; try 5`);
  return count;
}

/** Where the scale of the marks was learned, in words. */
function scaleOf(fitFolder: string | undefined, unfitted: readonly string[]): string {
  if (fitFolder === undefined) return 'leave-question-out';
  const rest = unfitted.length === 0 ? '' : `, leave-question-out for ${unfitted.join(', ')}`;
  return `fitted on ${fitFolder}${rest}`;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
