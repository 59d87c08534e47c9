import stringWidth from 'string-width';
import type { Column, Row } from '../../app/reply.ts';
import type { Sheet } from './sheet.ts';

const gap = '  ';
const narrowest = 4;

/** A table in columns as wide as their widest cell; when the screen is narrower, the widest column gives way. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { columns: screen, paint, words }: Sheet,
): readonly string[] {
  const marker = (isReader: boolean) => (isReader ? ` ← ${words.reader}` : '');
  const room = screen - stringWidth(marker(rows.some(({ isReader }) => isReader)));
  const widths = squeeze(
    columns.map(({ text }, index) =>
      Math.max(stringWidth(text), ...rows.map(({ cells }) => stringWidth(cells[index] ?? ''))),
    ),
    room,
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join(gap)
      .trimEnd();
  return [
    paint('quiet', line(columns.map(({ text }) => text))),
    ...rows.map(({ cells, isReader }) =>
      isReader ? paint('strong', `${line(cells)}${marker(true)}`) : line(cells),
    ),
  ];
}

function squeeze(widths: readonly number[], room: number): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1);
  const widest = Math.max(...widths);
  if (total <= room || widest <= narrowest) return widths;
  const index = widths.indexOf(widest);
  return squeeze(widths.with(index, Math.max(narrowest, widest - (total - room))), room);
}

function pad(text: string, width: number, align: Column['align']): string {
  const short = shorten(text, width);
  const space = ' '.repeat(Math.max(width - stringWidth(short), 0));
  return align === 'end' ? space + short : short + space;
}

function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (stringWidth(`${short}${character}…`) > width) break;
    short += character;
  }
  return `${short}…`;
}
