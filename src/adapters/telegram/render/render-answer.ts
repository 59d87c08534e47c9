import type { Block, Mark } from '../../../app/reply.ts';
import { foldOf, type Look, looking, type Paragraph, plain, type Run } from '../text/rich-text.ts';
import type { Words } from '../words.ts';

const looks: Readonly<Record<Mark['as'], Look>> = {
  credit: 'bold',
  contradicted: 'underline',
  misconception: 'strike',
};
const signs = { credit: '✅', contradicted: '❌', misconception: '⚠️' } as const;

/** Why stretches of an answer were marked; a reason's number is its place, from 1. */
export function reasonsIn(blocks: readonly Block[]): readonly Mark[] {
  const marks = blocks.flatMap((block) => (block.kind === 'answer' ? inOrder(block.marks) : []));
  return marks.filter((mark, index) => marks.findIndex((earlier) => isSame(earlier, mark)) === index);
}

/** A number raised, as the footnote of a stretch. */
export function raised(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit).join('');
}

/**
 * The learner's words with the stretches that mattered standing out, each numbered to the line that says why.
 * A reason that is one of the points told elsewhere in the reply is not said twice.
 */
export function renderAnswer(
  { text, marks }: Extract<Block, { kind: 'answer' }>,
  reasons: readonly Mark[],
  told: ReadonlySet<string>,
  words: Words,
): readonly Paragraph[] {
  const numberOf = (mark: Mark) => 1 + reasons.findIndex((each) => isSame(each, mark));
  const untold = reasons.filter(({ label }) => !told.has(label));
  return [
    { as: foldOf(text), runs: markedRuns(text, marks, numberOf) },
    ...untold.map((reason, index) => {
      const why = `${words.marks[reason.as]}${words.colon}${reason.label}`;
      return { ...plain(`${raised(numberOf(reason))} ${signs[reason.as]} ${why}`), isTight: index > 0 };
    }),
  ];
}

function markedRuns(text: string, marks: readonly Mark[], numberOf: (mark: Mark) => number): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const mark of inOrder(marks)) {
    runs.push({ text: text.slice(at, mark.start) });
    runs.push(looking(looks[mark.as], text.slice(mark.start, mark.end)), { text: raised(numberOf(mark)) });
    at = mark.end;
  }
  return [...runs, { text: text.slice(at) }].filter((run) => run.text !== '');
}

const inOrder = (marks: readonly Mark[]) => [...marks].sort((one, other) => one.start - other.start);

const isSame = (one: Mark, other: Mark) => one.as === other.as && one.label === other.label;
