import type { Bench } from '../experiment.ts';
import { constantVector, drawMatrix } from '../maths/dense.ts';
import { drawWeights } from '../maths/initialise.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { type Descent, plainSgd } from '../maths/plain/descent.ts';
import { createPlainLearner, type MatricesOf } from '../maths/plain/learner.ts';
import { meanSquaredError } from '../maths/plain/losses.ts';
import { tanh, through } from '../maths/plain/nonlinearities.ts';
import { add, addRow, multiply, rowsOf } from '../maths/plain/operations.ts';
import { given, type Tape, type Variable } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';
import { drawSignSequences, type SignSequences } from '../maths/sign-sequences.ts';
import { type Clipping, compareClippings } from './clipping.ts';

const units = 32;
const batch = 16;
/** Steps over which the first input is to be remembered. */
const time = 40;
const learningRate = 0.1;

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
  clip: Clipping,
  { seed, checkpoint }: Bench,
): Training {
  const random = createRandom(seed, 'sequences');
  const training = {
    losses: [] as number[],
    norms: [] as number[],
    normCosines: [] as number[],
    valueCosines: [] as number[],
  };
  const descent = plainSgd(learningRate);
  const watched: Descent = (vector, gradient) => {
    const { norm, normCosine, valueCosine } = compareClippings(gradient);
    training.norms.push(norm);
    training.normCosines.push(normCosine);
    training.valueCosines.push(valueCosine);
    descent(vector, clip(gradient));
  };
  const { weights, descend } = createPlainLearner(drawRnn(gain, seed), () => watched);
  for (let step = 0; step < steps; step++) {
    const sequences = drawSignSequences(random, time, batch);
    training.losses.push(descend((tape) => rnnLoss(tape, sequences, weights)));
    checkpoint();
  }
  return training;
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

/** Mean squared error of what the RNN says after the last step. */
export function rnnLoss(
  tape: Tape,
  { inputs, signs }: SignSequences,
  [input, bias, recurrent, output, offset]: MatricesOf<ReturnType<typeof drawRnn>>,
): number {
  // The share of the inputs and the bias, of all steps at once.
  const sums = addRow(tape, multiply(tape, given(inputs, inputs.length, 1), input), bias);
  let h: Variable = tape.blank(batch, units);
  for (let row = 0; row < inputs.length; row += batch) {
    h = through(tape, tanh, add(tape, rowsOf(sums, row, batch), multiply(tape, h, recurrent)));
  }
  const said = addRow(tape, multiply(tape, h, output), offset);
  return meanSquaredError(tape, said, signs);
}
