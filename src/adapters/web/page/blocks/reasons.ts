import type { Block, Mark } from '../../../../app/reply.ts';

/** Why stretches of an answer were marked, numbered from 1 through the whole message. */
export interface Reasons {
  numberOf(reason: Pick<Mark, 'as' | 'label'>): number;
  /** The number of the reason that a point of the rubric is, if any stretch was marked for it. */
  numberOfPoint(text: string): number | undefined;
  /** Those that no point of the message tells already. */
  readonly untold: readonly Mark[];
}

/** The reasons in a message, in the order of their first stretch. */
export function reasonsIn(blocks: readonly Block[]): Reasons {
  const marks = blocks.flatMap((block) =>
    block.kind === 'answer' ? [...block.marks].sort((one, other) => one.start - other.start) : [],
  );
  const reasons = marks.filter(
    (mark, index) => marks.findIndex((earlier) => isSame(earlier, mark)) === index,
  );
  const told = new Set(
    blocks.flatMap((block) => (block.kind === 'points' ? block.points.map(({ text }) => text) : [])),
  );
  return {
    numberOf: (reason) => 1 + reasons.findIndex((each) => isSame(each, reason)),
    numberOfPoint(text) {
      const index = reasons.findIndex(({ label }) => label === text);
      return index < 0 ? undefined : index + 1;
    },
    untold: reasons.filter(({ label }) => !told.has(label)),
  };
}

const isSame = (one: Pick<Mark, 'as' | 'label'>, other: Pick<Mark, 'as' | 'label'>) =>
  one.as === other.as && one.label === other.label;
