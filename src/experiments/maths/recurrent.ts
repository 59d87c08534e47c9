import * as tf from '@tensorflow/tfjs';

/** What a recurrent cell carries from step to step; an LSTM's cell state `c` beside its output `h`. */
export interface LstmState {
  readonly h: tf.Tensor2D;
  readonly c: tf.Tensor2D;
}

/** Element by element, such as `tf.tanh`. */
type Elementwise = (x: tf.Tensor2D) => tf.Tensor2D;

/**
 * h′ = f(input + h·U). `input` is the step's share of the sum, W·x + b, of as many columns as `h`: all steps at once
 * take one product, see {@link projectSteps}.
 */
export function rnnStep(
  input: tf.Tensor2D,
  h: tf.Tensor2D,
  recurrent: tf.Tensor,
  activate: Elementwise,
): tf.Tensor2D {
  return activate(tf.add(input, tf.matMul(h, recurrent)));
}

/** The two nonlinearities of an LSTM; swapped in experiments, `sigmoid` and `tanh` by right. */
export interface LstmFunctions {
  readonly gate: Elementwise;
  readonly content: Elementwise;
}

/** The LSTM as it is usually built (Gers et al. 2000, without peepholes). */
const usualLstm: LstmFunctions = { gate: tf.sigmoid, content: tf.tanh };

/**
 * c′ = f∘c + i∘g and h′ = o∘content(c′). `input` and `recurrent` have four blocks of columns in the order
 * input gate i, forget gate f, output gate o, candidate g.
 */
export function lstmStep(
  input: tf.Tensor2D,
  { h, c }: LstmState,
  recurrent: tf.Tensor,
  { gate, content }: LstmFunctions = usualLstm,
): LstmState & { readonly forget: tf.Tensor2D } {
  const units = h.shape[1];
  const sums = tf.add<tf.Tensor2D>(input, tf.matMul(h, recurrent));
  const [gateSums, candidateSum] = columns(sums, [3 * units, units]);
  // One nonlinearity for the three gates together: operations cost more than numbers here.
  const [i, forget, o] = columns(gate(gateSums), [units, units, units]);
  const next = tf.add<tf.Tensor2D>(tf.mul(forget, c), tf.mul(i, content(candidateSum)));
  return { h: tf.mul(o, content(next)), c: next, forget };
}

/**
 * h′ = z∘h + (1 − z)∘g with g = tanh(input_g + (r∘h)·U_g): z keeps (Cho et al. 2014). `input` has three blocks of
 * columns in the order keep gate z, reset gate r, candidate g; `gates` are the recurrent weights of the first two.
 */
export function gruStep(
  input: tf.Tensor2D,
  h: tf.Tensor2D,
  gates: tf.Tensor,
  candidate: tf.Tensor,
): { readonly h: tf.Tensor2D; readonly keep: tf.Tensor2D } {
  const units = h.shape[1];
  const [gateInput, candidateInput] = columns(input, [2 * units, units]);
  const opened = tf.sigmoid(tf.add<tf.Tensor2D>(gateInput, tf.matMul(h, gates)));
  const [keep, reset] = columns(opened, [units, units]);
  const g = tf.tanh(tf.add(candidateInput, tf.matMul(tf.mul<tf.Tensor2D>(reset, h), candidate)));
  // g + z∘(h − g) is z∘h + (1 − z)∘g.
  return { h: tf.add(g, tf.mul(keep, tf.sub(h, g))), keep };
}

/** Inputs of all steps, [steps · batch, features] step by step, times their weights plus bias: one tensor per step. */
export function projectSteps(
  inputs: tf.Tensor2D,
  steps: number,
  weights: tf.Tensor,
  bias: tf.Tensor,
): tf.Tensor2D[] {
  const sums = tf.add<tf.Tensor2D>(tf.matMul(inputs, weights), bias);
  return tf.split(sums, steps, 0);
}

function columns<const W extends readonly number[]>(x: tf.Tensor2D, widths: W) {
  // tf.split gives one tensor for each width.
  return tf.split(x, [...widths], 1) as unknown as { readonly [K in keyof W]: tf.Tensor2D };
}
