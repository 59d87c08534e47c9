import type { Matrix } from './tape.ts';

/** The column of the largest number of every row. */
export function likeliest({ values, rows, columns }: Matrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => {
    const ofRow = values.subarray(row * columns, (row + 1) * columns);
    return ofRow.indexOf(Math.max(...ofRow));
  });
}
