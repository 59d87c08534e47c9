import type { Block, Row } from '../../../app/reply.ts';
import { escapeLine, inlineCode } from './escape.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Keeps a row's numbers on one line, which a common blank would not on a phone. */
const hardBlank = '\u00A0';

/**
 * Discord has no tables, and letters of one width break on a phone. So numbers come first, in one width and aligned, and
 * names behind them as text; the heading names the columns in that order. The reader's own row is bold.
 */
export function renderTable({ columns, rows }: TableBlock): readonly string[] {
  const all = columns.map(({ align }, index) => ({ align, index }));
  const numbers = all.filter(({ align }) => align === 'end').map(({ index }) => index);
  const texts = all.filter(({ align }) => align === 'start').map(({ index }) => index);
  const widths = numbers.map((index) => Math.max(...rows.map(({ cells }) => (cells[index] ?? '').length)));
  const heading = [...numbers, ...texts].map((index) => escapeLine(columns[index]?.text ?? ''));
  return [`-# ${heading.join(' · ')}`, ...rows.map((row) => renderRow(row, numbers, texts, widths))];
}

function renderRow(
  { cells, isReader }: Row,
  numbers: readonly number[],
  texts: readonly number[],
  widths: readonly number[],
): string {
  const aligned = numbers.map((column, index) =>
    (cells[column] ?? '').replaceAll(' ', hardBlank).padStart(widths[index] ?? 0, hardBlank),
  );
  const [first = '', ...others] = texts.map((column) => escapeLine(cells[column] ?? ''));
  const name = isReader ? `**${first}** ◂` : first;
  const code = numbers.length === 0 ? [] : [inlineCode(aligned.join(hardBlank.repeat(2)))];
  return [...code, name, ...others.map((text) => `· ${text}`)].join(' ');
}
