import * as tf from '@tensorflow/tfjs';
import { activation } from '../maths/activation-pass.ts';
import { drawWeights, orthogonal } from '../maths/initialise.ts';
import { type Layer, normsBack, passThrough, times, unchanged } from '../maths/pass.ts';
import { createRandom, type Random } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { type Cell, gruCell, lstmCell, type OnKeep, rnnCell } from './cells.ts';
import { isGated, type Values } from './settings.ts';

/** What goes through an untrained recurrent network, forward and back. */
export interface TimeFlow {
  /** ‖∂L/∂h‖ of the state before the first step and after every step. */
  readonly gradientNorms: readonly number[];
  /** Mean product over all steps of the gate that keeps; 0 for cells that have none. */
  readonly kept: number;
}

const units = 32;
const batch = 16;
/**
 * Standard deviation of what comes in at every step, for each sum inside the cell. A linear or ReLU net gets nothing,
 * so that the matrix alone decides.
 */
const inputDeviation: Readonly<Record<Values['cell'], number>> = {
  linear: 0,
  relu: 0,
  tanh: 0.3,
  sigmoid: 0.3,
  lstm: 0.1,
  gru: 0.1,
};

/**
 * One forward and one backward pass over all steps; the loss is a random projection of the last state. Where the state
 * itself overflows there is no gradient to speak of: NaN before the last step.
 */
export function measureTimeFlow(values: Values, seed: number): TimeFlow {
  return inScope(() => {
    const { start, begin, direction } = buildRecurrence(values, seed);
    const gates: tf.Tensor[] = [];
    const steps = begin((gate) => gates.push(gate));
    // The first state counts as one that was passed through, so that its gradient is measured too.
    const passes = passThrough(start, [unchanged, ...steps]);
    const loss = lossOf(passes.at(-1)?.value ?? start, direction);
    const isIntact = Number.isFinite(loss.dataSync()[0]);
    const norms = normsBack(passes, direction);
    return { gradientNorms: isIntact ? norms : norms.map(onlyLast), kept: meanProduct(gates) };
  });
}

/** The loss of a last state; its gradient there is the direction. */
export function lossOf(last: tf.Tensor, direction: tf.Tensor): tf.Scalar {
  return tf.sum(tf.mul(last, direction));
}

/** The gradient of the last state is the projection itself, whatever happened before. */
const onlyLast = (norm: number, step: number, { length }: readonly number[]) =>
  step === length - 1 ? norm : Number.NaN;

/** The first state, the steps from it to the last, and the loss's direction; to be called in a scope, which frees the weights. */
export function buildRecurrence(values: Values, seed: number) {
  const createCell = drawCell(values, createRandom(seed, 'weights'));
  const inputs = drawInputs(values, createRandom(seed, 'inputs'));
  // Gated cells begin empty, as they are used; the others need a state to carry.
  const deviation = isGated(values) ? 0 : 1;
  const first = createRandom(seed, 'state').normals(batch * units, deviation);
  return {
    start: tf.tensor2d(first, [batch, units]),
    direction: tf.tensor2d(createRandom(seed, 'loss').normals(batch * units), [batch, units]),
    /** Layers for one pass forward and one back; tells of the gate that keeps, at every step. */
    begin: (onKeep: OnKeep): Layer[] => inputs.map(createCell(onKeep)),
  };
}

function drawCell(values: Values, random: Random): (onKeep: OnKeep) => Cell {
  const { cell } = values;
  switch (cell) {
    case 'lstm': {
      const recurrent = times(drawRecurrent(values, random, 4));
      return (onKeep) => lstmCell(recurrent, onKeep);
    }
    case 'gru': {
      const gates = times(drawRecurrent(values, random, 2));
      const candidate = times(drawRecurrent(values, random, 1));
      return (onKeep) => gruCell(gates, candidate, onKeep);
    }
    case 'linear':
    case 'tanh':
    case 'sigmoid':
    case 'relu': {
      const recurrent = times(drawRecurrent(values, random, 1));
      return () => rnnCell(recurrent, activation(cell, random));
    }
  }
}

/** From the state to itself; for gated cells one such matrix for every gate, side by side. */
function drawRecurrent({ weights, gain }: Values, random: Random, count: number): tf.Tensor2D {
  const draw = {
    orthogonal: () => orthogonal(random, units),
    identity: () => Float32Array.from({ length: units * units }, (_, at) => (at % (units + 1) === 0 ? 1 : 0)),
    gaussian: () => drawWeights(random, 'lecun', units, units),
  }[weights];
  const matrices = Array.from({ length: count }, () => {
    const scaled = draw().map((weight) => gain * weight);
    return tf.tensor2d(scaled, [units, units]);
  });
  return tf.concat2d(matrices, 1);
}

/** What comes in at every step, the bias included. */
function drawInputs({ cell, steps, gateBias }: Values, random: Random): tf.Tensor[] {
  const biases = biasesOf(cell, gateBias);
  const columns = units * biases.length;
  const all = random.normals(steps * batch * columns, inputDeviation[cell]);
  const bias = tf.concat1d(biases.map((value) => tf.fill<tf.Rank.R1>([units], value)));
  return tf.split(tf.add(tf.tensor2d(all, [steps * batch, columns]), bias), steps, 0);
}

/** One for each sum inside the cell. */
function biasesOf(cell: Values['cell'], gateBias: number): number[] {
  if (cell === 'lstm') return [0, gateBias, 0, 0];
  return cell === 'gru' ? [gateBias, 0, 0] : [0];
}

/** Mean over units and batch of the product over steps, in double precision: a hundred halves are below float32. */
function meanProduct(gates: readonly tf.Tensor[]): number {
  const [first] = gates;
  if (first === undefined) return 0;
  const values = tf.stack([...gates]).dataSync();
  const products = new Float64Array(first.size).fill(1);
  for (let at = 0; at < values.length; at++) {
    const place = at % first.size;
    products[place] = (products[place] ?? 1) * (values[at] ?? Number.NaN);
  }
  return products.reduce((sum, value) => sum + value, 0) / products.length;
}
