import { constantVector, drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { batchNorm } from '../maths/plain/batch-norm.ts';
import { likeliest } from '../maths/plain/likeliest.ts';
import { crossEntropy } from '../maths/plain/losses.ts';
import { relu, sigmoid, tanh, through } from '../maths/plain/nonlinearities.ts';
import { addRow, multiply } from '../maths/plain/operations.ts';
import { createTape, given, type Matrix, type Tape, type Variable } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';
import type { Values } from './settings.ts';

const [features, width, classes] = [16, 32, 4];
/** Units of the eight layers, the input first. */
const units = [features, ...Array.from({ length: 7 }, () => width), classes];
/** Examples in all, and in a step. */
const [examples, batch] = [512, 64];

/** A network of eight layers, with batch normalisation or without. */
export interface Network extends Pick<Values, 'activation'> {
  readonly isNormalised: boolean;
}

/** Mini-batches of inputs with their labels, to be gone through in turn. */
export type Batches = readonly { readonly inputs: Matrix; readonly labels: Int32Array }[];

/** Standard normal inputs, labelled by a random network with one hidden layer. */
export function drawBatches(seed: number): Batches {
  const random = createRandom(seed, 'task');
  const values = random.normals(examples * features);
  const hidden = given(random.normals(features * width, 2 / Math.sqrt(features)), features, width);
  const outputs = given(random.normals(width * classes), width, classes);
  return Array.from({ length: examples / batch }, (_, index) => {
    const ofBatch = values.subarray(index * batch * features, (index + 1) * batch * features);
    const inputs = given(ofBatch, batch, features);
    const tape = createTape();
    const says = multiply(tape, through(tape, tanh, multiply(tape, inputs, hidden)), outputs);
    return { inputs, labels: likeliest(says) };
  });
}

/**
 * Matrix and bias of every layer; where batch normalisation follows, its γ and β instead of the bias, which it would
 * take away again.
 */
export function drawNetwork({ activation, isNormalised }: Network, seed: number): InitialWeights[] {
  const random = createRandom(seed, 'weights');
  return units.slice(1).flatMap((fanOut, layer) => {
    const isLast = layer === units.length - 2;
    const init = isLast || activation === 'sigmoid' ? 'xavier' : 'he';
    const matrix = drawMatrix(random, init, units[layer] ?? 0, fanOut);
    return isNormalised && !isLast
      ? [matrix, constantVector(fanOut, 1), constantVector(fanOut)]
      : [matrix, constantVector(fanOut)];
  });
}

/** Mean cross-entropy of a mini-batch. */
export function networkLoss(
  tape: Tape,
  { activation, isNormalised }: Network,
  weights: readonly Variable[],
  { inputs, labels }: Batches[number],
): number {
  let place = 0;
  const next = () => weights[place++] ?? missing();
  let h = inputs;
  for (let layer = 1; layer < units.length - 1; layer++) {
    const sums = multiply(tape, h, next());
    const shifted = isNormalised ? batchNorm(tape, sums, next(), next()) : addRow(tape, sums, next());
    h = through(tape, { relu, sigmoid }[activation], shifted);
  }
  return crossEntropy(tape, addRow(tape, multiply(tape, h, next()), next()), labels);
}

function missing(): never {
  throw new Error('the network has fewer weights than its layers need');
}
