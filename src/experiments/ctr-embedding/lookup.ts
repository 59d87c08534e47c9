import { lookUp } from '../maths/plain/look-up.ts';
import { multiply } from '../maths/plain/operations.ts';
import { createTape, given, type Variable } from '../maths/plain/tape.ts';
import { type Clicks, users } from './clicks.ts';

/** What an embedding is, in two exact numbers. */
export interface Lookup {
  /** Largest difference between rows looked up in the table and one-hot rows times the table. */
  readonly lookupDifference: number;
  /** Rows of the table with a gradient, less those of the people in the batch. */
  readonly strayRows: number;
}

/** Holds a look-up against the product it stands for, and one step of learning against the people it saw. */
export function compareLookup(
  {
    weights: [table],
    learn,
  }: { readonly weights: readonly [Variable, ...unknown[]]; learn(clicks: Clicks): unknown },
  clicks: Clicks,
): Lookup {
  const lookupDifference = largestDifference(table, clicks);
  const before = table.values.slice();
  learn(clicks);
  const { values, columns } = table;
  const isMoved = (row: number) =>
    values
      .subarray(row * columns, (row + 1) * columns)
      .some((value, column) => value !== before[row * columns + column]);
  const moved = Array.from({ length: users }, (_, row) => row).filter(isMoved);
  return { lookupDifference, strayRows: moved.length - new Set(clicks.users).size };
}

function largestDifference(table: Variable, clicks: Clicks): number {
  const tape = createTape();
  const oneHot = new Float64Array(clicks.count * users);
  clicks.users.forEach((user, row) => {
    oneHot[row * users + user] = 1;
  });
  const product = multiply(tape, given(oneHot, clicks.count, users), table);
  const found = lookUp(tape, table, clicks.users);
  return found.values.reduce(
    (largest, value, i) => Math.max(largest, Math.abs(value - (product.values[i] ?? Number.NaN))),
    0,
  );
}
