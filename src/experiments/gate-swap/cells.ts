import * as tf from '@tensorflow/tfjs';
import { drawMatrix } from '../maths/dense.ts';
import { drawWeights } from '../maths/initialise.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { createRandom } from '../maths/random.ts';
import { gruStep, type LstmFunctions, lstmStep, projectSteps } from '../maths/recurrent.ts';
import type { SignSequences } from '../maths/sign-sequences.ts';
import type { CellName } from './settings.ts';

/** Units of every cell, as many as the bounds were measured with. */
export const units = 16;

/** Blocks of weights in the order of `lstmStep` and `gruStep`, and the place of the gate that keeps. */
const blocks = { lstm: { count: 4, keep: 1 }, gru: { count: 3, keep: 0 } } as const;
const blocksOf = (cell: CellName) => (cell === 'gru' ? blocks.gru : blocks.lstm);

/** Which function the gates have, and which the content: candidate and cell state. */
const functions: Readonly<Record<Exclude<CellName, 'gru'>, LstmFunctions>> = {
  lstm: { gate: tf.sigmoid, content: tf.tanh },
  'sigmoid-content': { gate: tf.sigmoid, content: tf.sigmoid },
  'tanh-gates': { gate: tf.tanh, content: tf.tanh },
};

/** Weights before training: of the inputs, bias, of the state; and weights and bias of the output. */
export function drawCell(cell: CellName, gateBias: number, seed: number) {
  const random = createRandom(seed, 'weights');
  const { count, keep } = blocksOf(cell);
  const bias = new Float32Array(count * units).fill(gateBias, keep * units, (keep + 1) * units);
  const recurrent = Array.from({ length: count }, () => drawWeights(random, 'xavier', units, units));
  return [
    { values: random.normals(count * units), shape: [1, count * units] },
    { values: bias, shape: [count * units] },
    { values: sideBySide(recurrent), shape: [units, count * units] },
    drawMatrix(random, 'xavier', units, 1),
    { values: new Float32Array(1), shape: [1] },
  ] as const satisfies readonly InitialWeights[];
}

/** Square matrices as one whose columns are theirs, in turn. */
function sideBySide(matrices: readonly Float32Array[]): Float32Array {
  const columns = matrices.length * units;
  const joined = new Float32Array(units * columns);
  matrices.forEach((matrix, place) => {
    for (let row = 0; row < units; row++) {
      joined.set(matrix.subarray(row * units, (row + 1) * units), row * columns + place * units);
    }
  });
  return joined;
}

/** The weights as they learn, in the order they are drawn. */
export type CellWeights = readonly [
  input: tf.Tensor,
  bias: tf.Tensor,
  recurrent: tf.Tensor,
  output: tf.Tensor,
  offset: tf.Tensor,
];

/** What a cell makes of sequences: its state after every step, and a logit above 0 for "it began with 1". */
export interface Reading {
  /** Of an LSTM the cell state c, of a GRU the state h. */
  readonly states: readonly tf.Tensor2D[];
  readonly logits: tf.Tensor2D;
}

/** Lets a cell read sequences from an empty state; only the last output counts. */
export function readSequences(
  cell: CellName,
  { inputs, signs }: SignSequences,
  [input, bias, recurrent, output, offset]: CellWeights,
): Reading {
  const [batch, steps] = [signs.length, inputs.length / signs.length];
  const sums = projectSteps(tf.tensor2d(inputs, [inputs.length, 1]), steps, input, bias);
  const { last, states } =
    cell === 'gru' ? readGru(sums, recurrent, batch) : readLstm(cell, sums, recurrent, batch);
  return { states, logits: tf.add(tf.matMul<tf.Tensor2D>(last, output), offset) };
}

function readLstm(
  cell: keyof typeof functions,
  sums: readonly tf.Tensor2D[],
  recurrent: tf.Tensor,
  batch: number,
) {
  const states: tf.Tensor2D[] = [];
  let state = { h: tf.zeros<tf.Rank.R2>([batch, units]), c: tf.zeros<tf.Rank.R2>([batch, units]) };
  for (const sum of sums) {
    state = lstmStep(sum, state, recurrent, functions[cell]);
    states.push(state.c);
  }
  return { last: state.h, states };
}

function readGru(sums: readonly tf.Tensor2D[], recurrent: tf.Tensor, batch: number) {
  const [gates, candidate] = tf.split(recurrent, [2 * units, units], 1);
  if (gates === undefined || candidate === undefined)
    throw new Error('a GRU has weights for gates and candidate');
  const states: tf.Tensor2D[] = [];
  let h = tf.zeros<tf.Rank.R2>([batch, units]);
  for (const sum of sums) {
    h = gruStep(sum, h, gates, candidate).h;
    states.push(h);
  }
  return { last: h, states };
}
