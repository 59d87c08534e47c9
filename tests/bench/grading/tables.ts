import type { BenchResult } from './bench-set.ts';
import type { MarkerAgreement } from './markers.ts';
import type { Agreement } from './measure.ts';
import type { Parity } from './parity.ts';

const figure = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));

/** A Markdown table; the first two columns are text, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column < 2 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const agreementHead = [
  'set',
  'grader',
  'n',
  'Pearson',
  'Spearman',
  'in question',
  'RMSE mapped',
  'QWK mapped',
  'QWK raw',
];

const agreementRow = (set: string, grader: string, n: number, agreement: Agreement) => [
  set,
  grader,
  String(n),
  ...[
    agreement.pearson,
    agreement.spearman,
    agreement.pearsonInQuestion,
    agreement.rmseMapped,
    agreement.kappaMapped,
    agreement.kappaRaw,
  ].map(figure),
];

/** Agreement of every grader on every set. */
export const agreementTable = (results: readonly BenchResult[]) =>
  table(
    agreementHead,
    results.flatMap(({ name, answers, ours, baselines }) => [
      agreementRow(name, 'GradCoach', answers, ours),
      ...Object.entries(baselines).map(([baseline, agreement]) =>
        agreementRow('', baseline, answers, agreement),
      ),
    ]),
  );

/** Correct against the two ways to be wrong, for sets with labels. */
export const labelTable = (results: readonly BenchResult[]) =>
  table(
    ['set', 'grader', 'accuracy', 'AUC correct/contradictory', 'AUC correct/incorrect'],
    results.flatMap(({ name, ours, baselines }) =>
      [['GradCoach', ours] as const, ...Object.entries(baselines)].flatMap(([grader, { labels }], row) =>
        labels === undefined
          ? []
          : [
              [
                row === 0 ? name : '',
                grader,
                figure(labels.accuracy),
                figure(labels.aucCorrectVsContradictory),
                figure(labels.aucCorrectVsIncorrect),
              ],
            ],
      ),
    ),
  );

/** Differences in pooled Pearson over re-drawn questions. */
export const bootstrapTable = (results: readonly BenchResult[]) =>
  table(
    ['set', 'ahead of', 'difference', 'from', 'to', 'ahead in'],
    results.flatMap(({ name, against }) =>
      Object.entries(against).map(([baseline, { mean, low, high, ahead }], row) => [
        row === 0 ? name : '',
        baseline,
        figure(mean),
        figure(low),
        figure(high),
        `${(ahead * 100).toFixed(1)} %`,
      ]),
    ),
  );

/** The same answers in two languages. */
export const parityTable = (parities: readonly Parity[]) =>
  table(
    ['set', 'beside', 'pairs', 'Pearson', 'English', 'gap'],
    parities.map(({ name, englishName, pairs, pearson, englishPearson }) => [
      name,
      englishName,
      String(pairs),
      figure(pearson),
      figure(englishPearson),
      figure(englishPearson - pearson),
    ]),
  );

/** Two people on the same answers, and our grader with each. */
export const markerTable = (agreements: readonly MarkerAgreement[]) =>
  table(
    ['set', 'n', 'two markers', 'ours with the first', 'with the second'],
    agreements.map(({ name, answers, between, oursWithFirst, oursWithSecond }) => [
      name,
      String(answers),
      ...[between, oursWithFirst, oursWithSecond].map(figure),
    ]),
  );

/** Time of one grading, the fingerprint of all of them, and how many of the best are taken for bags of keywords. */
export const costTable = (results: readonly BenchResult[]) =>
  table(
    ['set', 'SHA-256 of the grades', 'questions', 'full marks as bags', 'p50 ms', 'p99 ms'],
    results.map(({ name, questions, fullMarksAsBags, p50Ms, p99Ms, gradesSha256 }) => [
      name,
      gradesSha256.slice(0, 16),
      String(questions),
      `${(100 * fullMarksAsBags).toFixed(1)} %`,
      figure(p50Ms),
      figure(p99Ms),
    ]),
  );
