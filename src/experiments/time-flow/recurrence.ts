import * as tf from '@tensorflow/tfjs';
import { gradientNorms, type Watch } from '../maths/gradient-norms.ts';
import { drawWeights, orthogonal } from '../maths/initialise.ts';
import { createRandom, type Random } from '../maths/random.ts';
import { gruStep, lstmStep, rnnStep } from '../maths/recurrent.ts';
import { inScope } from '../maths/scope.ts';
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
    const { start, lossFrom } = buildRecurrence(values, seed);
    const gates: tf.Tensor[] = [];
    let loss: tf.Scalar | undefined;
    const norms = gradientNorms(start, (first, watch) => {
      const value = lossFrom(first, watch, (gate) => {
        gates.push(tf.keep(gate.clone()));
      });
      loss = tf.keep(value.clone());
      return value;
    });
    const isIntact = Number.isFinite(loss?.dataSync()[0]);
    const kept = meanProduct(gates);
    tf.dispose([...gates, ...(loss === undefined ? [] : [loss])]);
    return { gradientNorms: isIntact ? norms : norms.map(onlyLast), kept };
  });
}

/** The gradient of the last state is the projection itself, whatever happened before. */
const onlyLast = (norm: number, step: number, { length }: readonly number[]) =>
  step === length - 1 ? norm : Number.NaN;

/** Told of the gate that keeps, at every step. */
type OnKeep = (gate: tf.Tensor) => void;

/** The first state, and the loss as a function of it; to be called in a scope, which frees the weights. */
export function buildRecurrence(values: Values, seed: number) {
  const begin = createCell(values, createRandom(seed, 'weights'));
  const inputs = drawInputs(values, createRandom(seed, 'inputs'));
  const direction = tf.tensor2d(createRandom(seed, 'loss').normals(batch * units), [batch, units]);
  // Gated cells begin empty, as they are used; the others need a state to carry.
  const deviation = isGated(values) ? 0 : 1;
  const first = createRandom(seed, 'state').normals(batch * units, deviation);
  const lossFrom = (start: tf.Tensor2D, watch: Watch, onKeep: OnKeep): tf.Scalar => {
    const step = begin(onKeep);
    const last = inputs.reduce((h, input) => watch(step(input, h)), start);
    return tf.sum(tf.mul(last, direction));
  };
  return { start: tf.tensor2d(first, [batch, units]), lossFrom };
}

/** Starts a pass; the step it gives carries whatever the cell has besides `h`. */
type Begin = (onKeep: OnKeep) => (input: tf.Tensor2D, h: tf.Tensor2D) => tf.Tensor2D;

function createCell(values: Values, random: Random): Begin {
  switch (values.cell) {
    case 'lstm':
      return createLstm(values, random);
    case 'gru':
      return createGru(values, random);
    case 'linear':
      return createRnn(values, (x) => x, random);
    case 'tanh':
      return createRnn(values, tf.tanh, random);
    case 'sigmoid':
      return createRnn(values, tf.sigmoid, random);
    case 'relu':
      return createRnn(values, tf.relu, random);
  }
}

function createRnn(values: Values, activate: (x: tf.Tensor2D) => tf.Tensor2D, random: Random): Begin {
  const recurrent = drawRecurrent(values, random, 1);
  return () => (input, h) => rnnStep(input, h, recurrent, activate);
}

function createLstm(values: Values, random: Random): Begin {
  const recurrent = drawRecurrent(values, random, 4);
  const bias = blocks([0, values.gateBias, 0, 0]);
  return (onKeep) => {
    let c: tf.Tensor2D = tf.zeros([batch, units]);
    return (input, h) => {
      const next = lstmStep(tf.add(input, bias), { h, c }, recurrent);
      onKeep(next.forget);
      c = next.c;
      return next.h;
    };
  };
}

function createGru(values: Values, random: Random): Begin {
  const [gates, candidate] = [drawRecurrent(values, random, 2), drawRecurrent(values, random, 1)];
  const bias = blocks([values.gateBias, 0, 0]);
  return (onKeep) => (input, h) => {
    const next = gruStep(tf.add(input, bias), h, gates, candidate);
    onKeep(next.keep);
    return next.h;
  };
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

/** A bias of one value for each block of columns. */
function blocks(values: readonly number[]): tf.Tensor1D {
  return tf.concat1d(values.map((value) => tf.fill<tf.Rank.R1>([units], value)));
}

function drawInputs({ cell, steps }: Values, random: Random): tf.Tensor2D[] {
  const columns = units * (cell === 'lstm' ? 4 : cell === 'gru' ? 3 : 1);
  const all = random.normals(steps * batch * columns, inputDeviation[cell]);
  return tf.split(tf.tensor2d(all, [steps * batch, columns]), steps, 0);
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
