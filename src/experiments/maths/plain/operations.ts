import { addProduct, asIs, transposed } from './product.ts';
import type { Matrix, Tape, Variable } from './tape.ts';

/** x · y. */
export function multiply(tape: Tape, x: Matrix, y: Matrix): Variable {
  const [rows, shared, columns] = [x.rows, x.columns, y.columns];
  const product = tape.blank(rows, columns);
  addProduct(product.values, asIs(x.values, shared), asIs(y.values, columns), [rows, shared, columns]);
  tape.record(() => {
    const slopes = product.slopes;
    if (x.slopes !== undefined) {
      addProduct(x.slopes, asIs(slopes, columns), transposed(y.values, columns), [rows, columns, shared]);
    }
    if (y.slopes !== undefined) {
      addProduct(y.slopes, transposed(x.values, shared), asIs(slopes, columns), [shared, rows, columns]);
    }
  });
  return product;
}

/** x + y. */
export function add(tape: Tape, x: Matrix, y: Matrix): Variable {
  const sum = tape.blank(x.rows, x.columns);
  for (let i = 0; i < sum.values.length; i++) sum.values[i] = (x.values[i] ?? 0) + (y.values[i] ?? 0);
  tape.record(() => {
    addTo(x.slopes, sum.slopes);
    addTo(y.slopes, sum.slopes);
  });
  return sum;
}

/** x + a row, such as a bias, on every row. */
export function addRow(tape: Tape, x: Matrix, row: Matrix): Variable {
  const { rows, columns } = x;
  const sum = tape.blank(rows, columns);
  for (let at = 0; at < rows * columns; at += columns) {
    for (let j = 0; j < columns; j++) sum.values[at + j] = (x.values[at + j] ?? 0) + (row.values[j] ?? 0);
  }
  tape.record(() => {
    addTo(x.slopes, sum.slopes);
    if (row.slopes !== undefined) addRows(row.slopes, sum.slopes);
  });
  return sum;
}

/** x ∘ y, number by number. */
export function times(tape: Tape, x: Variable, y: Variable): Variable {
  const product = tape.blank(x.rows, x.columns);
  for (let i = 0; i < product.values.length; i++) {
    product.values[i] = (x.values[i] ?? 0) * (y.values[i] ?? 0);
  }
  tape.record(() => {
    for (let i = 0; i < product.slopes.length; i++) {
      const slope = product.slopes[i] ?? 0;
      x.slopes[i] = (x.slopes[i] ?? 0) + slope * (y.values[i] ?? 0);
      y.slopes[i] = (y.slopes[i] ?? 0) + slope * (x.values[i] ?? 0);
    }
  });
  return product;
}

/** z ∘ x + (1 − z) ∘ y, number by number. */
export function blend(tape: Tape, z: Variable, x: Variable, y: Variable): Variable {
  const blended = tape.blank(x.rows, x.columns);
  for (let i = 0; i < blended.values.length; i++) {
    const other = y.values[i] ?? 0;
    blended.values[i] = other + (z.values[i] ?? 0) * ((x.values[i] ?? 0) - other);
  }
  tape.record(() => {
    for (let i = 0; i < blended.slopes.length; i++) {
      const [slope, share] = [blended.slopes[i] ?? 0, z.values[i] ?? 0];
      z.slopes[i] = (z.slopes[i] ?? 0) + slope * ((x.values[i] ?? 0) - (y.values[i] ?? 0));
      x.slopes[i] = (x.slopes[i] ?? 0) + slope * share;
      y.slopes[i] = (y.slopes[i] ?? 0) + slope * (1 - share);
    }
  });
  return blended;
}

/** Some rows of x, from the given one on; they share its numbers and slopes. */
export function rowsOf(x: Variable, from: number, count: number): Variable {
  const [start, end] = [from * x.columns, (from + count) * x.columns];
  return {
    rows: count,
    columns: x.columns,
    values: x.values.subarray(start, end),
    slopes: x.slopes.subarray(start, end),
  };
}

/** The sum of every row, as a column. */
export function sumOfRows(tape: Tape, x: Variable): Variable {
  const sums = tape.blank(x.rows, 1);
  for (let at = 0; at < x.values.length; at++) {
    const row = Math.floor(at / x.columns);
    sums.values[row] = (sums.values[row] ?? 0) + (x.values[at] ?? 0);
  }
  tape.record(() => {
    for (let at = 0; at < x.slopes.length; at++) {
      x.slopes[at] = (x.slopes[at] ?? 0) + (sums.slopes[Math.floor(at / x.columns)] ?? 0);
    }
  });
  return sums;
}

function addTo(sums: Float64Array | undefined, terms: Float64Array): void {
  if (sums === undefined) return;
  for (let i = 0; i < terms.length; i++) sums[i] = (sums[i] ?? 0) + (terms[i] ?? 0);
}

/** Adds every row of a matrix to one row. */
function addRows(sums: Float64Array, matrix: Float64Array): void {
  const columns = sums.length;
  for (let at = 0; at < matrix.length; at += columns) {
    for (let j = 0; j < columns; j++) sums[j] = (sums[j] ?? 0) + (matrix[at + j] ?? 0);
  }
}
