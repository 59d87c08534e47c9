import type { Block, Mark } from '../../app/reply.ts';
import type { Look } from './paint.ts';
import { hanging, type Sheet } from './sheet.ts';
import { wrapRanges } from './wrap.ts';

const looks: Readonly<Record<Mark['as'], Look>> = {
  credit: 'good',
  contradicted: 'half',
  misconception: 'bad',
};
const signs = { credit: '✓', contradicted: '✗', misconception: '!' } as const;

/** A stretch of the written-out answer that has a look. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
}

/** Why stretches of an answer were marked, numbered from 1 in the order of their first stretch. */
export function reasonsIn(blocks: readonly Block[]): readonly Mark[] {
  const marks = blocks.flatMap((block) => (block.kind === 'answer' ? inOrder(block.marks) : []));
  return marks.filter((mark, index) => marks.findIndex((earlier) => isSame(earlier, mark)) === index);
}

/**
 * The learner's words with «brackets» around the stretches that mattered, each numbered to the line that says why;
 * so a terminal without colours, or a pipe, shows as much as one with them.
 */
export function renderAnswer(text: string, marks: readonly Mark[], sheet: Sheet): readonly string[] {
  const { columns, paint, words, reasons, told } = sheet;
  const numberOf = (mark: Mark) => 1 + reasons.findIndex((each) => isSame(each, mark));
  const { written, stretches } = writeOut(text, marks, numberOf);
  const lines = wrapRanges(written, columns - 2).map(
    ({ start, end }) => `${paint('quiet', '│')} ${paintLine(written, start, end, stretches, sheet)}`,
  );
  // A reason that is one of the points below need not be said twice.
  const untold = reasons.filter(({ label }) => !told.has(label));
  const explained = untold.flatMap((reason) =>
    hanging(
      `  [${numberOf(reason)}] ${paint(looks[reason.as], signs[reason.as])} `,
      8,
      `${words.marks[reason.as]}${words.colon}${reason.label}`,
      columns,
    ),
  );
  return [...lines, ...explained];
}

function writeOut(text: string, marks: readonly Mark[], numberOf: (mark: Mark) => number) {
  const stretches: Stretch[] = [];
  let written = '';
  let at = 0;
  for (const mark of inOrder(marks)) {
    written += text.slice(at, mark.start);
    const start = written.length;
    written += `«${text.slice(mark.start, mark.end)}»[${numberOf(mark)}]`;
    stretches.push({ start, end: written.length, look: looks[mark.as] });
    at = mark.end;
  }
  return { written: written + text.slice(at), stretches };
}

function paintLine(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
  { paint }: Sheet,
): string {
  let line = '';
  let at = start;
  for (const stretch of stretches) {
    const [from, until] = [Math.max(stretch.start, start), Math.min(stretch.end, end)];
    if (from >= until) continue;
    line += text.slice(at, from) + paint(stretch.look, text.slice(from, until));
    at = until;
  }
  return line + text.slice(at, end);
}

const inOrder = (marks: readonly Mark[]) => [...marks].sort((one, other) => one.start - other.start);

const isSame = (one: Mark, other: Mark) => one.as === other.as && one.label === other.label;
