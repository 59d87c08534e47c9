// Measures the grader on marked answers of other people: npm run bench:grading -- --data <folder of sets> [--fit <folder>] [--out report.json]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAnswerSets } from './grading/answer-set.ts';
import { benchSet, fitFor } from './grading/bench-set.ts';
import { measureParity } from './grading/parity.ts';
import { agreementTable, bootstrapTable, costTable, labelTable, parityTable } from './grading/tables.ts';

const usage =
  'usage: npm run bench:grading -- --data <folder of sets> [--fit <folder of sets>] [--out report.json]';

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, fit: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.data === undefined) throw new Error(usage);
  const sets = readAnswerSets(values.data);
  const fit = values.fit === undefined ? [] : readAnswerSets(values.fit);
  for (const { name, problems } of sets) {
    for (const problem of problems.slice(0, 5)) console.error(`${name}: ${problem}`);
    if (problems.length > 5) console.error(`${name}: … and ${problems.length - 5} more`);
  }
  const results = sets.flatMap((set) => benchSet(set, fitFor(set, fit)));
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
  if (parities.length > 0) console.log(`\nLanguages\n\n${parityTable(parities)}`);
  console.log(`\nCost and fingerprint\n\n${costTable(results)}`);
  if (values.out !== undefined)
    writeFileSync(values.out, `${JSON.stringify({ scale, results, parities }, null, 2)}\n`);
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
