import stringWidth from 'string-width';

/** A line of a longer text; offsets are UTF-16 code units, end exclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A character as people see it. */
interface Glyph {
  readonly text: string;
  readonly start: number;
  readonly columns: number;
}

const glyphs = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** What must not begin a line, and what must not end one, in Chinese and English typesetting. */
const notFirst = /^[，。、；：？！）」』》〉】〕”’…—·,.;:?!)\]}»%]/u;
const notLast = /^[（「『《〈【〔“‘([{«]/u;

/** Cuts text into lines at most `columns` wide: at its own line breaks, at spaces, and between Chinese characters. */
export function wrapRanges(text: string, columns: number): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    ranges.push(...wrapParagraph(paragraph, start, columns));
    start += paragraph.length + 1;
  }
  return ranges;
}

/** {@link wrapRanges}, as text. */
export function wrap(text: string, columns: number): readonly string[] {
  return wrapRanges(text, columns).map(({ start, end }) => text.slice(start, end));
}

function wrapParagraph(paragraph: string, offset: number, columns: number): readonly LineRange[] {
  const all: readonly Glyph[] = Array.from(glyphs.segment(paragraph), ({ segment, index }) => ({
    text: segment,
    start: offset + index,
    columns: stringWidth(segment),
  }));
  const lines: LineRange[] = [];
  let first = 0;
  while (first < all.length) {
    const next = endOfLine(all, first, columns);
    lines.push(trimmed(all.slice(first, next)));
    first = next;
    while (all[first]?.text === ' ') first += 1;
  }
  return lines.length > 0 ? lines : [{ start: offset, end: offset }];
}

/** Index behind the last glyph of the line that begins at `first`. */
function endOfLine(all: readonly Glyph[], first: number, columns: number): number {
  let used = 0;
  let lastBreak = first;
  for (let index = first; index < all.length; index += 1) {
    const glyph = all[index];
    if (glyph === undefined) break;
    if (index > first && mayBreak(all[index - 1], glyph)) lastBreak = index;
    used += glyph.columns;
    // A space at the end of a line takes no room.
    if (used > columns && glyph.text !== ' ')
      return lastBreak > first ? lastBreak : Math.max(index, first + 1);
  }
  return all.length;
}

function mayBreak(before: Glyph | undefined, after: Glyph): boolean {
  if (before === undefined || after.text === ' ') return false;
  if (before.text === ' ') return true;
  if (notFirst.test(after.text) || notLast.test(before.text)) return false;
  return before.columns > 1 || after.columns > 1;
}

function trimmed(line: readonly Glyph[]): LineRange {
  const last = line.findLast(({ text }) => text !== ' ') ?? line[0];
  const start = line[0]?.start ?? 0;
  return { start, end: last === undefined ? start : last.start + last.text.length };
}
