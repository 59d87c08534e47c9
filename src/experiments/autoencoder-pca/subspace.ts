import { symmetricEigenvalues } from '../maths/eigenvalues.ts';
import { solvePositiveDefinite } from '../maths/linear-systems.ts';
import { features } from './samples.ts';

/** Mean squared error per feature of the best code of this size: the variance PCA leaves out (Eckart & Young 1936). */
export function pcaError(covariance: Float64Array, code: number): number {
  return sum(symmetricEigenvalues(covariance, features).subarray(code)) / features;
}

/**
 * Variance along the space that some directions (rows of `features` numbers) span, as a share of the most that as many
 * directions can have: 1 where they span the space of the first principal components.
 */
export function capturedShare(directions: ArrayLike<number>, covariance: Float64Array): number {
  const code = directions.length / features;
  const gram = products(directions, identity);
  const along = products(directions, (vector) => times(covariance, vector));
  // The trace of (DDᵀ)⁻¹·DCDᵀ: the directions need not be orthogonal.
  let captured = 0;
  for (let k = 0; k < code; k++) {
    const column = Float64Array.from({ length: code }, (_, row) => along[row * code + k] ?? 0);
    captured += solvePositiveDefinite(gram, column)[k] ?? 0;
  }
  return captured / sum(symmetricEigenvalues(covariance, features).subarray(0, code));
}

/** The largest |cos| of the angle between two of the directions: 0 for principal components, or for a single one. */
export function largestOverlap(directions: ArrayLike<number>): number {
  const code = directions.length / features;
  const gram = products(directions, identity);
  let largest = 0;
  for (let a = 0; a < code; a++) {
    for (let b = 0; b < a; b++) {
      const lengths = Math.sqrt((gram[a * code + a] ?? 0) * (gram[b * code + b] ?? 0));
      largest = Math.max(largest, Math.abs(gram[a * code + b] ?? 0) / lengths);
    }
  }
  return largest;
}

/** Every direction times the map of every other. */
function products(directions: ArrayLike<number>, map: (vector: Float64Array) => Float64Array): Float64Array {
  const rows = Array.from({ length: directions.length / features }, (_, k) =>
    Float64Array.from({ length: features }, (_, i) => directions[k * features + i] ?? 0),
  );
  const mapped = rows.map(map);
  return Float64Array.from(rows.flatMap((row) => mapped.map((other) => dot(row, other))));
}

function identity(vector: Float64Array): Float64Array {
  return vector;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, row) => dot(matrix.subarray(row * features, (row + 1) * features), vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
