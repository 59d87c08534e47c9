import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigenvalues } from '../../../src/experiments/maths/eigenvalues.ts';
import { orthogonal } from '../../../src/experiments/maths/initialise.ts';
import {
  cholesky,
  solveLower,
  solvePositiveDefinite,
} from '../../../src/experiments/maths/linear-systems.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';

/** Q · diag(eigenvalues) · Qᵀ with a random rotation Q. */
function withEigenvalues(eigenvalues: readonly number[], seed: number): Float64Array {
  const size = eigenvalues.length;
  const q = orthogonal(createRandom(seed, 'rotation'), size);
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (const [k, eigenvalue] of eigenvalues.entries()) {
        matrix[row * size + column]! += eigenvalue * q[row * size + k]! * q[column * size + k]!;
      }
    }
  }
  return matrix;
}

function times(matrix: Float64Array, x: Float64Array): Float64Array {
  return x.map((_, row) => x.reduce((sum, value, k) => sum + matrix[row * x.length + k]! * value, 0));
}

const positives = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('symmetricEigenvalues', () => {
  it('finds the eigenvalues a matrix was made of, the largest first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 }), (values) => {
        const found = symmetricEigenvalues(withEigenvalues(values, 1), values.length);
        for (const [index, value] of [...values].sort((a, b) => b - a).entries()) {
          // The rotation itself is orthogonal to float32 only.
          expect(found[index]).toBeCloseTo(value, 3);
        }
      }),
    );
  });

  it('leaves the matrix as it was', () => {
    const matrix = withEigenvalues([1, 2, 3], 1);
    const before = matrix.slice();
    symmetricEigenvalues(matrix, 3);
    expect(matrix).toEqual(before);
  });
});

describe('solving with a positive definite matrix', () => {
  it('gives back what was multiplied', () => {
    fc.assert(
      fc.property(positives, fc.integer(), (eigenvalues, seed) => {
        const matrix = withEigenvalues(eigenvalues, seed);
        const x = Float64Array.from(createRandom(seed, 'x').normals(eigenvalues.length));
        const solved = solvePositiveDefinite(matrix, times(matrix, x));
        for (const [index, value] of x.entries()) expect(solved[index]).toBeCloseTo(value, 6);
      }),
    );
  });

  it('undoes the lower factor of a matrix', () => {
    const matrix = withEigenvalues([9, 4, 1], 2);
    const lower = cholesky(matrix, 3);
    for (const column of [0, 1, 2]) {
      const half = solveLower(
        lower,
        Float64Array.from([0, 1, 2], (row) => matrix[row * 3 + column]!),
      );
      // L⁻¹ · (column of L·Lᵀ) is the column of Lᵀ.
      for (const row of [0, 1, 2]) expect(half[row]).toBeCloseTo(lower[column * 3 + row]!, 9);
    }
  });

  it('faults on a matrix that is not positive definite', () => {
    expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow('not positive definite');
  });
});
