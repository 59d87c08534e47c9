import { solvePositiveDefinite } from '../maths/linear-systems.ts';
import type { Family } from './family.ts';
import type { Sample } from './sample.ts';

/** Changes of the coefficients below this end it; double precision goes no further. */
const tolerance = 1e-10;
const mostIterations = 50;

/** Coefficients after every iteration, the zeros it starts from first. */
export type Iterations = readonly Float64Array[];

/**
 * Fits a GLM with its canonical link as statistics does: iteratively reweighted least squares, which is Newton's method
 * on the likelihood (Nelder & Wedderburn 1972). In double precision, without tensors.
 */
export function fitByIrls({ mean, variance }: Family, sample: Sample): Iterations {
  const { rows, columns, responses } = sample;
  const path = [new Float64Array(columns)];
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const beta = path.at(-1) ?? new Float64Array(columns);
    const information = new Float64Array(columns * columns);
    const score = new Float64Array(columns);
    for (let row = 0; row < rows; row++) {
      const x = rowOf(sample, row);
      const mu = mean(dot(x, beta));
      addOuter(information, x, variance(mu));
      const residual = (responses[row] ?? Number.NaN) - mu;
      for (let k = 0; k < columns; k++) score[k] = (score[k] ?? 0) + (x[k] ?? 0) * residual;
    }
    const move = solvePositiveDefinite(information, score);
    path.push(beta.map((value, k) => value + (move[k] ?? Number.NaN)));
    if (Math.max(...move.map(Math.abs)) < tolerance) return path;
  }
  return path;
}

/** The gradient of the mean negative log-likelihood in closed form: Xᵀ(μ − y)/N, whatever the family. */
export function canonicalGradient({ mean }: Family, sample: Sample, beta: ArrayLike<number>): Float64Array {
  const gradient = new Float64Array(sample.columns);
  for (let row = 0; row < sample.rows; row++) {
    const x = rowOf(sample, row);
    const error = (mean(dot(x, beta)) - (sample.responses[row] ?? Number.NaN)) / sample.rows;
    for (let k = 0; k < gradient.length; k++) gradient[k] = (gradient[k] ?? 0) + (x[k] ?? 0) * error;
  }
  return gradient;
}

function rowOf({ features, columns }: Sample, row: number): Float32Array {
  return features.subarray(row * columns, (row + 1) * columns);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

function addOuter(matrix: Float64Array, x: Float32Array, weight: number): void {
  const size = x.length;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      matrix[a * size + b] = (matrix[a * size + b] ?? 0) + weight * (x[a] ?? 0) * (x[b] ?? 0);
    }
  }
}
