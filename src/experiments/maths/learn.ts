import * as tf from '@tensorflow/tfjs';
import { createLedger } from './ledger.ts';
import { inScope } from './scope.ts';
import type { UpdateRule } from './update-rules.ts';

/** Weights before the first step. */
export interface InitialWeights {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** A tensor for each of the initial weights, in the same places. */
export type WeightsOf<W extends readonly InitialWeights[]> = { readonly [K in keyof W]: tf.Tensor };

/**
 * A loss of the weights. What it notes besides, a number or a row of numbers such as accuracies, is read after the loop.
 * It must not throw, not even at a checkpoint: TensorFlow.js would never free what the gradient needs of it.
 */
export type Loss<W extends readonly InitialWeights[]> = (
  weights: WeightsOf<W>,
  note: (numbers: tf.Tensor) => void,
) => tf.Scalar;

/** Weights that learn. */
export interface Learner<W extends readonly InitialWeights[]> {
  /** The weights as they are now; the next step replaces them. */
  weights(): WeightsOf<W>;
  /** One step down the gradient of the loss; whatever the loss function makes is freed. */
  descend(loss: Loss<W>): void;
  /** What the loss was before each step since the last reading, all read at once. */
  readLosses(): number[];
  /** What the loss functions noted since the last reading, in order. */
  readNotes(): number[];
}

/**
 * Lends weights that learn by a rule, and frees them afterwards, however the body ends.
 * They are kept as one vector: an update then costs a dozen operations, not a dozen for every layer. Nothing is read
 * from the backend while they learn.
 */
export function learn<const W extends readonly InitialWeights[], R>(
  initial: W,
  rule: UpdateRule,
  body: (learner: Learner<W>) => R,
): R {
  const [losses, notes] = [createLedger(), createLedger()];
  // `cut` makes one tensor for each of the initial weights, in order, so the list has W's shape.
  const typed = ({ weights }: State) => weights as unknown as WeightsOf<W>;
  let state = inScope(() => begin(initial));
  try {
    return body({
      weights: () => typed(state),
      descend: (loss) => {
        const before = state;
        state = inScope(() => {
          const lossOfWeights = () => loss(typed(before), notes.add);
          const { value, grads } = tf.engine().gradients(lossOfWeights, [...before.weights]);
          losses.add(value);
          return follow(before, grads, rule, initial);
        });
        tf.dispose(tensorsOf(before));
      },
      readLosses: losses.read,
      readNotes: notes.read,
    });
  } finally {
    losses.dispose();
    notes.dispose();
    tf.dispose(tensorsOf(state));
  }
}

/** A moment of learning; all its tensors are kept until the next. */
interface State {
  readonly vector: tf.Tensor1D;
  readonly weights: readonly tf.Tensor[];
  readonly memory: readonly tf.Tensor1D[];
  readonly step: number;
}

function begin(initial: readonly InitialWeights[]): State {
  const vector = tf.concat1d(initial.map(({ values }) => tf.tensor1d(values)));
  return keep({ vector, weights: cut(vector, initial), memory: [], step: 0 });
}

function follow(
  { vector, weights, memory, step }: State,
  gradients: readonly tf.Tensor[],
  rule: UpdateRule,
  initial: readonly InitialWeights[],
): State {
  const gradient = tf.concat1d(weights.map(({ size }, place) => flat(gradients[place], size)));
  const update = rule(gradient, memory, step + 1);
  const moved = tf.add<tf.Tensor1D>(vector, update.move);
  return keep({ vector: moved, weights: cut(moved, initial), memory: update.memory, step: step + 1 });
}

function cut(vector: tf.Tensor1D, initial: readonly InitialWeights[]): tf.Tensor[] {
  const pieces = tf.split(
    vector,
    initial.map(({ values }) => values.length),
  );
  return pieces.map((piece, place) => tf.reshape(piece, [...(initial[place]?.shape ?? [])]));
}

function keep(state: State): State {
  for (const tensor of tensorsOf(state)) tf.keep(tensor);
  return state;
}

function tensorsOf({ vector, weights, memory }: State): tf.Tensor[] {
  return [vector, ...weights, ...memory];
}

/** Zero where the loss does not depend on the weight; TensorFlow.js types a missing gradient as if it were there. */
function flat(gradient: tf.Tensor | null | undefined, size: number): tf.Tensor1D {
  return gradient == null ? tf.zeros([size]) : tf.reshape(gradient, [size]);
}
