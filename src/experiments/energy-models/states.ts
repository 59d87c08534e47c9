import type { Random } from '../maths/random.ts';

/** Binary units written as one whole number: bit `i` is unit `i`. */
export type State = number;

/** 1 or 0. */
export function unit(state: State, index: number): number {
  return (state >> index) & 1;
}

/** Probability of every state of independent units with these probabilities of being 1. */
export function productDistribution(probabilities: Float64Array): Float64Array {
  const distribution = new Float64Array(2 ** probabilities.length);
  distribution[0] = 1;
  for (let index = 0; index < probabilities.length; index++) {
    const on = probabilities[index] ?? 0;
    const half = 2 ** index;
    for (let state = 0; state < half; state++) {
      const rest = distribution[state] ?? 0;
      distribution[state + half] = rest * on;
      distribution[state] = rest * (1 - on);
    }
  }
  return distribution;
}

/** Draws each unit by itself. */
export function sampleUnits(probabilities: Float64Array, random: Random): State {
  let state = 0;
  for (let index = 0; index < probabilities.length; index++) {
    if (random.uniform() < (probabilities[index] ?? 0)) state |= 1 << index;
  }
  return state;
}

/** Turns fields into probabilities, 1 / (1 + e⁻ˣ), in place. */
export function toProbabilities(field: Float64Array): Float64Array {
  for (let i = 0; i < field.length; i++) field[i] = 1 / (1 + Math.exp(-(field[i] ?? 0)));
  return field;
}

/** Σ log(1 + eˣ): what units summed over leave behind in the exponent. */
export function softplusSum(field: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < field.length; i++) {
    const x = field[i] ?? 0;
    sum += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
  return sum;
}

/** log Σ eˣ */
export function logSumExp(values: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) highest = Math.max(highest, values[i] ?? 0);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.exp((values[i] ?? 0) - highest);
  return highest + Math.log(sum);
}

/** Σ a·b */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The cosine of the angle between two directions. */
export function cosine(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** The units of a state as an array of 0 and 1. */
export function unitsOf(state: State, count: number): Float64Array {
  const units = new Float64Array(count);
  for (let index = 0; index < count; index++) units[index] = unit(state, index);
  return units;
}
