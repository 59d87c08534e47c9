import type { Random } from './random.ts';

/** Numbers of the next rows to learn from: `size` of `count` at a time, in a new random order every epoch. */
export function createMinibatches(random: Random, count: number, size: number): () => Int32Array {
  let order = random.permutation(count);
  let next = 0;
  return () => {
    // What is left of an epoch and makes no whole batch is left out.
    if (next + size > count) {
      order = random.permutation(count);
      next = 0;
    }
    next += size;
    return order.subarray(next - size, next);
  };
}

/** Some rows of a matrix, one after another. */
export function pickRows(matrix: Float32Array, columns: number, rows: Int32Array): Float32Array {
  const picked = new Float32Array(rows.length * columns);
  rows.forEach((row, index) => {
    picked.set(matrix.subarray(row * columns, (row + 1) * columns), index * columns);
  });
  return picked;
}
