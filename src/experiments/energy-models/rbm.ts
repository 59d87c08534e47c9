import type { Random } from '../maths/random.ts';
import { type State, sampleUnits, softplusSum, toProbabilities, unit } from './states.ts';

/** A restricted Boltzmann machine, p(v, h) ∝ exp(vᵀWh + bᵀv + cᵀh) over units of 0 and 1 (Smolensky 1986). */
export interface Rbm {
  readonly visible: number;
  readonly hidden: number;
  /** W, row-major, a row per visible unit. */
  readonly weights: Float64Array;
  readonly visibleBias: Float64Array;
  readonly hiddenBias: Float64Array;
}

/** Deviation of weights before training. */
export const initialDeviation = 0.1;
/** Learning rate. */
const rate = 0.1;

/** An untrained machine with small weights. */
export function createRbm(visible: number, hidden: number, random: Random): Rbm {
  return {
    visible,
    hidden,
    weights: Float64Array.from(random.normals(visible * hidden, initialDeviation)),
    visibleBias: new Float64Array(visible),
    hiddenBias: new Float64Array(hidden),
  };
}

/** The machine on top that gives its visible units exactly the distribution of this one's hidden units: W upside down. */
export function turnedOver({ visible, hidden, weights, visibleBias, hiddenBias }: Rbm): Rbm {
  const turned = weights.map((_, at) => weights[(at % visible) * hidden + Math.floor(at / visible)] ?? 0);
  return {
    visible: hidden,
    hidden: visible,
    weights: turned,
    visibleBias: hiddenBias.slice(),
    hiddenBias: visibleBias.slice(),
  };
}

/** P(h = 1 | v) of every hidden unit. */
export function hiddenGiven(rbm: Rbm, state: State): Float64Array {
  return toProbabilities(hiddenField(rbm, state));
}

/** P(v = 1 | h) of every visible unit. */
export function visibleGiven({ visible, hidden, weights, visibleBias }: Rbm, state: State): Float64Array {
  const field = visibleBias.slice();
  for (let i = 0; i < visible; i++) {
    for (let j = 0; j < hidden; j++) {
      if (unit(state, j) === 1) field[i] = (field[i] ?? 0) + (weights[i * hidden + j] ?? 0);
    }
  }
  return toProbabilities(field);
}

/** log Σ_h exp(−E(v, h)): the logarithm of a visible state's probability, but for the partition function. */
export function logWeight(rbm: Rbm, state: State): number {
  let sum = 0;
  for (let i = 0; i < rbm.visible; i++) sum += unit(state, i) * (rbm.visibleBias[i] ?? 0);
  return sum + softplusSum(hiddenField(rbm, state));
}

function hiddenField({ visible, hidden, weights, hiddenBias }: Rbm, state: State): Float64Array {
  const field = hiddenBias.slice();
  for (let i = 0; i < visible; i++) {
    if (unit(state, i) === 0) continue;
    for (let j = 0; j < hidden; j++) field[j] = (field[j] ?? 0) + (weights[i * hidden + j] ?? 0);
  }
  return field;
}

/** Mean of every vᵢ, hⱼ and vᵢhⱼ; differences of two such are what all the gradients here are made of. */
export interface Moments {
  readonly pairs: Float64Array;
  readonly visible: Float64Array;
  readonly hidden: Float64Array;
}

/** Moments of nothing. */
export function noMoments({ visible, hidden }: Pick<Rbm, 'visible' | 'hidden'>): Moments {
  return {
    pairs: new Float64Array(visible * hidden),
    visible: new Float64Array(visible),
    hidden: new Float64Array(hidden),
  };
}

/** Adds a visible state with hidden probabilities, `weight` times. */
export function addMoments(
  { pairs, visible, hidden }: Moments,
  state: State,
  given: Float64Array,
  weight: number,
): void {
  for (let i = 0; i < visible.length; i++) {
    if (unit(state, i) === 0) continue;
    visible[i] = (visible[i] ?? 0) + weight;
    for (let j = 0; j < given.length; j++) {
      const at = i * given.length + j;
      pairs[at] = (pairs[at] ?? 0) + weight * (given[j] ?? 0);
    }
  }
  for (let j = 0; j < given.length; j++) hidden[j] = (hidden[j] ?? 0) + weight * (given[j] ?? 0);
}

/**
 * One step of contrastive divergence (Hinton 2002): moments of the data minus those after `gibbs` steps of sampling
 * from each data point. Changes the machine.
 */
export function contrast(rbm: Rbm, data: readonly State[], gibbs: number, random: Random): void {
  const difference = noMoments(rbm);
  for (const start of data) {
    let given = hiddenGiven(rbm, start);
    addMoments(difference, start, given, 1 / data.length);
    let state = start;
    for (let step = 0; step < gibbs; step++) {
      state = sampleUnits(visibleGiven(rbm, sampleUnits(given, random)), random);
      given = hiddenGiven(rbm, state);
    }
    addMoments(difference, state, given, -1 / data.length);
  }
  climb(rbm.weights, difference.pairs, rate);
  climb(rbm.visibleBias, difference.visible, rate);
  climb(rbm.hiddenBias, difference.hidden, rate);
}

/** Moves values along a gradient. */
export function climb(values: Float64Array, gradient: Float64Array, step: number): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + step * (gradient[i] ?? 0);
}
