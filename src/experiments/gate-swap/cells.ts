import { constantVector, drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { type Nonlinearity, sigmoid, tanh, through } from '../maths/plain/nonlinearities.ts';
import { add, addRow, blend, multiply, rowsOf, times } from '../maths/plain/operations.ts';
import { given, type Tape, type Variable } from '../maths/plain/tape.ts';
import { createRandom } from '../maths/random.ts';
import type { SignSequences } from '../maths/sign-sequences.ts';
import type { CellName } from './settings.ts';

/** Units of every cell, as many as the bounds were measured with. */
export const units = 16;

/** Blocks of weights, and which is the gate that keeps: i, f, o and candidate of an LSTM; z, r and candidate of a GRU. */
const blocks = { lstm: { count: 4, keep: 1 }, gru: { count: 3, keep: 0 } } as const;
const blocksOf = (cell: CellName) => (cell === 'gru' ? blocks.gru : blocks.lstm);

/** Which function the gates have, and which the content: candidate and cell state. */
const functions: Readonly<
  Record<Exclude<CellName, 'gru'>, { readonly gate: Nonlinearity; readonly content: Nonlinearity }>
> = {
  lstm: { gate: sigmoid, content: tanh },
  'sigmoid-content': { gate: sigmoid, content: sigmoid },
  'tanh-gates': { gate: tanh, content: tanh },
};

/** Weights before training: of the inputs, bias and of the state, block by block; then weights and bias of the output. */
export function drawCell(cell: CellName, gateBias: number, seed: number): InitialWeights[] {
  const random = createRandom(seed, 'weights');
  const { count, keep } = blocksOf(cell);
  const recurrent = Array.from({ length: count }, () => drawMatrix(random, 'xavier', units, units));
  const drawn = recurrent.flatMap((matrix, block) => [
    { values: random.normals(units), shape: [1, units] },
    constantVector(units, block === keep ? gateBias : 0),
    matrix,
  ]);
  return [...drawn, drawMatrix(random, 'xavier', units, 1), constantVector(1)];
}

/** What a cell makes of sequences: its state after every step, and a logit above 0 for "it began with 1". */
export interface Reading {
  /** Of an LSTM the cell state c, of a GRU the state h. */
  readonly states: readonly Variable[];
  readonly logits: Variable;
}

/** Lets a cell read sequences from an empty state; only the last output counts. The weights are those of `drawCell`. */
export function readSequences(
  cell: CellName,
  { inputs, signs }: SignSequences,
  weights: readonly Variable[],
  tape: Tape,
): Reading {
  const batch = signs.length;
  const seen = given(inputs, inputs.length, 1);
  let place = 0;
  const next = () => weights[place++] ?? missing();
  const parts = Array.from({ length: blocksOf(cell).count }, () => ({
    // The share of the inputs and the bias, of all steps at once.
    sums: addRow(tape, multiply(tape, seen, next()), next()),
    recurrent: next(),
  }));
  const step = cell === 'gru' ? gruStep : lstmStep(functions[cell]);
  const states: Variable[] = [];
  let state: State = { h: tape.blank(batch, units), kept: tape.blank(batch, units) };
  for (let row = 0; row < seen.rows; row += batch) {
    const sumsAt = parts.map(
      ({ sums, recurrent }): Block =>
        (h) =>
          add(tape, rowsOf(sums, row, batch), multiply(tape, h, recurrent)),
    );
    state = step(tape, sumsAt, state);
    states.push(state.kept);
  }
  return { states, logits: addRow(tape, multiply(tape, state.h, next()), next()) };
}

function missing(): never {
  throw new Error('the cell has fewer weights than its blocks need');
}

/** What is passed on from step to step: the output, and what a cell keeps, which for a GRU is the same. */
interface State {
  readonly h: Variable;
  readonly kept: Variable;
}

/** What a block sums up of the step's input and a state. */
type Block = (h: Variable) => Variable;

/** From one state to the next. */
type Step = (tape: Tape, blocks: readonly Block[], state: State) => State;

/** c′ = f∘c + i∘g and h′ = o∘content(c′), without peepholes (Gers et al. 2000). */
const lstmStep =
  ({ gate, content }: (typeof functions)['lstm']): Step =>
  (tape, [input = missing, forget = missing, output = missing, candidate = missing], { h, kept }) => {
    const opened = (block: Block) => through(tape, gate, block(h));
    const fresh = times(tape, opened(input), through(tape, content, candidate(h)));
    const c = add(tape, times(tape, opened(forget), kept), fresh);
    return { h: times(tape, opened(output), through(tape, content, c)), kept: c };
  };

/** h′ = z∘h + (1 − z)∘g with g = tanh(input + (r∘h)·U_g): z keeps (Cho et al. 2014). */
const gruStep: Step = (tape, [keep = missing, reset = missing, candidate = missing], { h }) => {
  const z = through(tape, sigmoid, keep(h));
  const r = through(tape, sigmoid, reset(h));
  const g = through(tape, tanh, candidate(times(tape, r, h)));
  const next = blend(tape, z, h, g);
  return { h: next, kept: next };
};
