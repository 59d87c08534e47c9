import type { Block, Mark } from '../../../app/reply.ts';
import type { Words } from '../words.ts';
import { cutRanges, type Range } from './cut.ts';
import { escapeLine, escapeText, quoted, styled } from './escape.ts';

type AnswerBlock = Extract<Block, { kind: 'answer' }>;

/** Characters of an answer per text, so that its escapes and marks still fit beside the rest of a message. */
const textLength = 1500;
/** An answer longer than this is shown as excerpts: whoever wrote it knows it, and a phone shows little at once. */
const wholeLength = 1200;
/** Characters kept on either side of a stretch that mattered. */
const contextLength = 120;

const signs: Readonly<Record<Mark['as'], string>> = { credit: '✅', contradicted: '❌', misconception: '⚠️' };

/** Why stretches of the answers in a reply were marked, numbered from 1 in the order of their first stretch. */
export function reasonsIn(blocks: readonly Block[]): readonly Mark[] {
  const marks = blocks.flatMap((block) => (block.kind === 'answer' ? block.marks : []));
  return marks.filter((mark, index) => marks.findIndex((earlier) => isSame(earlier, mark)) === index);
}

/** The number that ties a stretch to its reason; small, because a stretch may have many neighbours. */
export function footnote(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');
}

/** The learner's words, quoted, with the stretches that mattered in bold and tied to their reasons. */
export function renderAnswer(
  { text, marks: unsorted }: AnswerBlock,
  reasons: readonly Mark[],
  told: readonly string[],
  words: Words,
): readonly string[] {
  const marks = [...unsorted].sort((one, other) => one.start - other.start);
  const kept = excerpt(text, marks);
  const shown = kept.flatMap((part) =>
    cutRanges(text.slice(part.start, part.end), textLength, shifted(marks, -part.start)).map(
      ({ start, end }) => ({
        start: part.start + start,
        end: part.start + end,
      }),
    ),
  );
  const pieces = shown.map((part) => markUp(text, part, marks, reasons));
  const whole = joinExcerpts(pieces, shown, text.length);
  const untold = reasons.filter(({ label }) => !told.includes(label));
  if (untold.length === 0) return whole;
  return [...whole, untold.map((reason) => reasonLine(reason, reasons, words)).join('\n')];
}

/** The whole of a short answer; of a long one its beginning and what stands around the marks. */
function excerpt(text: string, marks: readonly Mark[]): readonly Range[] {
  if (text.length <= wholeLength) return [{ start: 0, end: text.length }];
  const around = marks.map(({ start, end }) => ({
    start: Math.max(0, wordStart(text, start - contextLength)),
    end: Math.min(text.length, wordEnd(text, end + contextLength)),
  }));
  const merged: Range[] = [];
  for (const range of [{ start: 0, end: wordEnd(text, contextLength) }, ...around]) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

/** A bound moved outwards to the nearest blank, but not far: Chinese has few. */
function wordStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 20), Math.max(0, at)).search(/\s\S*$/);
  return before < 0 ? at : Math.max(0, at - 20) + before + 1;
}

function wordEnd(text: string, at: number): number {
  const after = text.slice(at, at + 20).search(/\s/);
  return after < 0 ? at : at + after;
}

/** Excerpts as quotes, with an ellipsis wherever words were left out. */
function joinExcerpts(
  pieces: readonly string[],
  ranges: readonly Range[],
  length: number,
): readonly string[] {
  return pieces.map((piece, index) => {
    const range = ranges[index];
    const before = ranges[index - 1]?.end ?? 0;
    const lead = range !== undefined && range.start > before ? '… ' : '';
    const isLast = index === pieces.length - 1;
    const trail = isLast && range !== undefined && range.end < length ? ' …' : '';
    return quoted(`${lead}${piece}${trail}`);
  });
}

function markUp(text: string, range: Range, marks: readonly Mark[], reasons: readonly Mark[]): string {
  let marked = '';
  let at = range.start;
  for (const mark of marks) {
    if (mark.start < range.start || mark.end > range.end) continue;
    const number = footnote(1 + reasons.findIndex((each) => isSame(each, mark)));
    marked += escapeText(text.slice(at, mark.start));
    marked += `${stretch(text.slice(mark.start, mark.end), mark.as)}${number}`;
    at = mark.end;
  }
  return `${marked}${escapeText(text.slice(at, range.end))}`.trim();
}

/** Bold for what earned credit, underlined too for what broke some; a style ends with its line. */
function stretch(words: string, as: Mark['as']): string {
  return words
    .split('\n')
    .map((line) => {
      if (line.trim() === '') return line;
      const bold = styled('**', escapeText(line));
      return as === 'credit' ? bold : styled('__', bold);
    })
    .join('\n');
}

function reasonLine(reason: Mark, reasons: readonly Mark[], words: Words): string {
  const number = footnote(1 + reasons.findIndex((each) => isSame(each, reason)));
  return `-# ${number} ${signs[reason.as]} ${words.marks[reason.as]}${words.colon}${escapeLine(reason.label)}`;
}

function shifted(marks: readonly Mark[], by: number): readonly Range[] {
  return marks.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

const isSame = (one: Mark, other: Mark) => one.as === other.as && one.label === other.label;
