/** A·Aᵀ of a matrix A, row-major: the scalar product of every two rows. */
export function productsOfRows(matrix: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const products = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) {
        sum += (matrix[a * columns + k] ?? 0) * (matrix[b * columns + k] ?? 0);
      }
      products[a * rows + b] = sum;
      products[b * rows + a] = sum;
    }
  }
  return products;
}

/**
 * The lower triangular L of a symmetric positive definite matrix L·Lᵀ, row-major (Cholesky).
 * Faults on a matrix that is not positive definite.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) {
        rest -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      }
      if (row !== column) lower[row * size + column] = rest / (lower[column * size + column] ?? 0);
      else if (rest > 0) lower[row * size + row] = Math.sqrt(rest);
      else throw new Error(`a matrix of ${size} rows is not positive definite`);
    }
  }
  return lower;
}

/** The x of L·x = right, for a lower triangular L. */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - (lower[row * size + k] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[row * size + row] ?? 0);
  }
  return x;
}

/** The x of matrix·x = right, for a symmetric positive definite matrix. */
export function solvePositiveDefinite(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const lower = cholesky(matrix, size);
  const x = solveLower(lower, right);
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = (x[row] ?? 0) - (lower[k * size + row] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[row * size + row] ?? 0);
  }
  return x;
}
