import * as tf from '@tensorflow/tfjs';
import type { Bench } from '../experiment.ts';
import { constantVector, drawMatrix } from '../maths/dense.ts';
import { drawWeights } from '../maths/initialise.ts';
import { type InitialWeights, learn } from '../maths/learn.ts';
import { createLedger } from '../maths/ledger.ts';
import { meanSquaredError } from '../maths/losses.ts';
import { createRandom } from '../maths/random.ts';
import { projectSteps, rnnStep } from '../maths/recurrent.ts';
import { drawSignSequences, type SignSequences } from '../maths/sign-sequences.ts';
import { sgd, type UpdateRule } from '../maths/update-rules.ts';

const units = 32;
const batch = 16;
/** Steps over which the first input is to be remembered. */
const time = 40;
const learningRate = 0.1;
/** Bound of the element-wise clipping that is held against clipping by norm. */
const valueBound = 0.1;

/** How training went, step by step; numbers that overflowed are not finite. */
export interface Training {
  readonly losses: readonly number[];
  /** Norm of the gradient before it is clipped. */
  readonly norms: readonly number[];
  /** Cosine of the gradient with itself clipped by norm, and clipped by value. */
  readonly normCosines: readonly number[];
  readonly valueCosines: readonly number[];
}

/** Trains a tanh RNN to tell the sign of its first input after 40 noisy steps. Equal seeds start alike. */
export function trainRnn(
  { gain, steps }: { readonly gain: number; readonly steps: number },
  clip: (rule: UpdateRule) => UpdateRule,
  { seed, checkpoint }: Bench,
): Training {
  const random = createRandom(seed, 'sequences');
  const descent = clip(sgd(learningRate));
  const seen = createLedger();
  const watched: UpdateRule = (gradient, memory, step) => {
    seen.add(compare(gradient));
    return descent(gradient, memory, step);
  };
  try {
    const losses = learn(drawRnn(gain, seed), watched, ({ descend, readLosses }) => {
      for (let step = 0; step < steps; step++) {
        const sequences = drawSignSequences(random, time, batch);
        descend((weights) => rnnLoss(sequences, weights));
        checkpoint();
      }
      return readLosses();
    });
    const compared = seen.read();
    const column = (place: number) => compared.filter((_, index) => index % 3 === place);
    return { losses, norms: column(0), normCosines: column(1), valueCosines: column(2) };
  } finally {
    seen.dispose();
  }
}

/** Weights of the input, bias, recurrent weights, weights and bias of the output. */
export function drawRnn(gain: number, seed: number) {
  const random = createRandom(seed, 'weights');
  const input = { values: random.normals(units), shape: [1, units] };
  const recurrent = drawWeights(random, 'lecun', units, units).map((weight) => gain * weight);
  return [
    input,
    constantVector(units),
    { values: recurrent, shape: [units, units] },
    drawMatrix(random, 'lecun', units, 1),
    constantVector(1),
  ] as const satisfies readonly InitialWeights[];
}

/** The weights as they learn, in the order they are drawn. */
export type RnnWeights = readonly [
  input: tf.Tensor,
  bias: tf.Tensor,
  recurrent: tf.Tensor,
  output: tf.Tensor,
  offset: tf.Tensor,
];

/** Mean squared error of what the RNN says after the last step. */
export function rnnLoss(
  { inputs, signs }: SignSequences,
  [input, bias, recurrent, output, offset]: RnnWeights,
): tf.Scalar {
  const steps = projectSteps(tf.tensor2d(inputs, [time * batch, 1]), time, input, bias);
  const start: tf.Tensor2D = tf.zeros([batch, units]);
  const last = steps.reduce((h, x) => rnnStep(x, h, recurrent, tf.tanh), start);
  const said = tf.add(tf.matMul<tf.Tensor>(last, output), offset);
  return meanSquaredError(said, tf.tensor2d(signs, [batch, 1]));
}

/** Norm of a gradient, and its cosine with itself clipped in either way. */
function compare(gradient: tf.Tensor1D): tf.Tensor {
  const norm = tf.norm(gradient);
  const byNorm = tf.mul(gradient, tf.minimum(tf.div(1, norm), 1));
  const byValue = tf.clipByValue(gradient, -valueBound, valueBound);
  const cosine = (other: tf.Tensor) => tf.div(tf.sum(tf.mul(gradient, other)), tf.mul(norm, tf.norm(other)));
  return tf.stack<tf.Tensor>([norm, cosine(byNorm), cosine(byValue)]);
}
