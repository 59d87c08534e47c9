import type { RunFigures } from './measure-run.ts';

const columns: readonly (readonly [title: string, cell: (row: RunFigures) => string])[] = [
  ['experiment', ({ id }) => id],
  ['backend', ({ backend }) => backend],
  ['first ms', ({ firstMs }) => ms(firstMs)],
  ['warm ms', ({ warmMs }) => ms(warmMs)],
  ['chart ms', ({ drawMs }) => ms(drawMs)],
  ['peak MB', ({ peakBytes }) => (peakBytes / 1e6).toFixed(0)],
  ['naive ÷ ours', ({ naiveRatio }) => ratio(naiveRatio, 1)],
  ['ours ÷ bound', ({ warmMs, boundMs }) => ratio(warmMs, boundMs)],
  ['ours ÷ PyTorch', ({ warmMs, rivalMs }) => ratio(warmMs, rivalMs)],
];

/** The figures as a Markdown table, with what it has no column for below. */
export function toTable(rows: readonly RunFigures[]): string {
  const lines = [
    columns.map(([title]) => title),
    columns.map((_, index) => (index < 2 ? '---' : '--:')),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const notes = rows.flatMap(({ id, backend, oneNetMs }) =>
    oneNetMs === undefined
      ? []
      : [`A run of ${id} measures two networks; one of 20 × 64 takes ${ms(oneNetMs)} ms on ${backend}.`],
  );
  return [table, ...notes].join('\n\n');
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function ratio(numerator: number | undefined, denominator: number | undefined): string {
  if (numerator === undefined || denominator === undefined || denominator === 0) return '–';
  return (numerator / denominator).toFixed(1);
}
