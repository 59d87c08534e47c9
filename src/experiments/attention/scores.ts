import type { Random } from '../maths/random.ts';
import { keys } from './settings.ts';

/** What a softmax makes of scores, on average over queries. */
export interface Sharpness {
  /** In nats; ln 64 where all 64 keys weigh the same, 0 where one has everything. */
  readonly entropy: number;
  /** Trace of its Jacobian diag(p) − p·pᵀ: how much gradient it passes. */
  readonly jacobian: number;
}

/** Scores q·k of standard normal queries and keys: their variance per dimension, and the softmax with and without ÷√d. */
export function measureScores(dimension: number, random: Random) {
  const [queries, keyRows] = [random.normals(keys * dimension), random.normals(keys * dimension)];
  const scores = Array.from({ length: keys }, (_, query) =>
    Float64Array.from({ length: keys }, (__, key) => dot(queries, query, keyRows, key, dimension)),
  );
  return {
    varianceRatio: variance(scores.flatMap((row) => [...row])) / dimension,
    scaled: sharpness(scores, 1 / Math.sqrt(dimension)),
    unscaled: sharpness(scores, 1),
  };
}

/** Mean over rows of scores. */
export function sharpness(scores: readonly Float64Array[], scale: number): Sharpness {
  let [entropy, jacobian] = [0, 0];
  for (const row of scores) {
    const weights = softmax(row.map((score) => score * scale));
    for (const p of weights) {
      if (p > 0) entropy -= p * Math.log(p);
      jacobian += p * (1 - p);
    }
  }
  return { entropy: entropy / scores.length, jacobian: jacobian / scores.length };
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function dot(a: Float32Array, rowOfA: number, b: Float32Array, rowOfB: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (a[rowOfA * size + i] ?? 0) * (b[rowOfB * size + i] ?? 0);
  return sum;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
