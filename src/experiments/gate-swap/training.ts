import * as tf from '@tensorflow/tfjs';
import type { Bench } from '../experiment.ts';
import { learn } from '../maths/learn.ts';
import { binaryCrossEntropy } from '../maths/losses.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { drawSignSequences, type SignSequences } from '../maths/sign-sequences.ts';
import { adam } from '../maths/update-rules.ts';
import { type CellWeights, drawCell, readSequences } from './cells.ts';
import type { CellName, Values } from './settings.ts';

const [batch, rate] = [32, 0.01];
/** Sequences read before training, to see what the state does. */
const watched = 256;

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
  const unseen = drawSignSequences(createRandom(seed, 'watched sequences'), length, watched);
  return learn(drawCell(cell, gateBias, seed), adam(rate), ({ weights, descend, readNotes }) => {
    const means = stateMeans(cell, unseen, weights());
    for (let step = 0; step < steps; step++) {
      const sequences = drawSignSequences(random, length, batch);
      descend((current, note) => {
        const { logits } = readSequences(cell, sequences, current);
        note(shareOfRight(logits, sequences));
        return cellLoss(logits, sequences);
      });
      checkpoint();
    }
    return { cell, means, accuracies: readNotes() };
  });
}

/** Mean cross-entropy of a cell's answers. */
export function cellLoss(logits: tf.Tensor2D, { signs }: SignSequences): tf.Scalar {
  return binaryCrossEntropy(
    logits,
    tf.tensor2d(
      signs.map((sign) => (sign + 1) / 2),
      logits.shape,
    ),
  );
}

function shareOfRight(logits: tf.Tensor2D, { signs }: SignSequences): tf.Scalar {
  const isRight = tf.greater(tf.mul(logits, tf.tensor2d(signs, logits.shape)), 0);
  return tf.mean(tf.cast(isRight, 'float32'));
}

function stateMeans(cell: CellName, sequences: SignSequences, weights: CellWeights): number[] {
  return inScope(() => {
    const { states } = readSequences(cell, sequences, weights);
    return Array.from(tf.mean(tf.stack([...states]), [1, 2]).dataSync());
  });
}
