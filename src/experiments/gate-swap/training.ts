import type { Bench } from '../experiment.ts';
import { plainAdam } from '../maths/plain/descent.ts';
import { createPlainLearner } from '../maths/plain/learner.ts';
import { binaryCrossEntropy } from '../maths/plain/losses.ts';
import { createTape, type Tape, type Variable } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';
import { drawSignSequences, type SignSequences } from '../maths/sign-sequences.ts';
import { drawCell, readSequences } from './cells.ts';
import type { CellName, Values } from './settings.ts';

const [batch, rate] = [32, 0.01];
/** Batches read before training, to see what the state does. */
const watched = 8;

/** What a cell did before it learnt anything, and while it learnt. */
export interface Trained {
  readonly cell: CellName;
  /** Mean of the state over units and sequences, after every step, before training. */
  readonly means: readonly number[];
  /** Share of right answers in every batch. */
  readonly accuracies: readonly number[];
}

/** Trains a cell to tell the sign its sequences began with. Equal seeds give every cell the same sequences. */
export function trainCell(
  cell: CellName,
  { gateBias, length, steps }: Pick<Values, 'gateBias' | 'length' | 'steps'>,
  { seed, checkpoint }: Bench,
): Trained {
  const random = createRandom(seed, 'sequences');
  const chance = createRandom(seed, 'watched sequences');
  const unseen = Array.from({ length: watched }, () => drawSignSequences(chance, length, batch));
  const { weights, descend } = createPlainLearner(drawCell(cell, gateBias, seed), (size) =>
    plainAdam(size, rate),
  );
  const means = stateMeans(cell, unseen, weights);
  const accuracies = Array.from({ length: steps }, () => {
    checkpoint();
    const sequences = drawSignSequences(random, length, batch);
    return descend((tape) => {
      const { logits } = readSequences(cell, sequences, weights, tape);
      cellLoss(tape, logits, sequences);
      return shareOfRight(logits, sequences);
    });
  });
  return { cell, means, accuracies };
}

/** Mean cross-entropy of a cell's answers. */
export function cellLoss(tape: Tape, logits: Variable, { signs }: SignSequences): number {
  return binaryCrossEntropy(
    tape,
    logits,
    signs.map((sign) => (sign + 1) / 2),
  );
}

function shareOfRight({ values }: Variable, { signs }: SignSequences): number {
  return values.filter((logit, row) => logit * (signs[row] ?? 0) > 0).length / values.length;
}

function stateMeans(
  cell: CellName,
  batches: readonly SignSequences[],
  weights: readonly Variable[],
): number[] {
  const tape = createTape();
  const means = batches.map((sequences) => {
    tape.begin();
    return readSequences(cell, sequences, weights, tape).states.map(({ values }) => mean(values));
  });
  return (means[0] ?? []).map((_, step) => mean(means.map((ofBatch) => ofBatch[step] ?? Number.NaN)));
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? Number.NaN;
  return sum / values.length;
}
