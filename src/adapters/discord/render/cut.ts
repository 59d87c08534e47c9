/** A stretch of a text; end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a text may be cut, best first: after a paragraph, a line, a sentence, a clause, a word. */
const breaks = [/\n\s*\n/g, /\n/g, /[。！？]|[.!?](?=\s)/g, /[，；：、]|[,;:](?=\s)/g, /\s/g];

/** Cuts a text into stretches of at most `limit` characters at the best places, and never inside of `whole`. */
export function cutRanges(text: string, limit: number, whole: readonly Range[] = []): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const end = bestEnd(text, start, limit, whole);
    ranges.push({ start, end });
    start = end;
  }
  return start < text.length || ranges.length === 0 ? [...ranges, { start, end: text.length }] : ranges;
}

/** The stretches themselves, without the blanks at their ends. */
export function cutText(text: string, limit: number): readonly string[] {
  return cutRanges(text, limit).map(({ start, end }) => text.slice(start, end).trim());
}

function bestEnd(text: string, start: number, limit: number, whole: readonly Range[]): number {
  const mayCut = (at: number) => !whole.some((range) => at > range.start && at < range.end);
  const window = text.slice(start, start + limit);
  for (const pattern of breaks) {
    const ends = [...window.matchAll(pattern)].map(({ 0: match, index }) => start + index + match.length);
    // A cut near the beginning would leave a scrap and a heap.
    const end = ends.findLast((at) => at - start > limit / 3 && mayCut(at));
    if (end !== undefined) return end;
  }
  const end = start + limit;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** Puts lines together to texts of at most `limit` characters. */
export function gatherLines(lines: readonly string[], limit: number): readonly string[] {
  const texts: string[] = [];
  for (const line of lines.flatMap((each) => (each.length > limit ? cutText(each, limit) : [each]))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + 1 + line.length > limit) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts;
}
