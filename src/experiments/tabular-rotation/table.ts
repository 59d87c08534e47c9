import { orthogonal } from '../maths/initialise.ts';
import { createRandom, type Random } from '../maths/random.ts';
import { informative } from './settings.ts';

/** Rows of a table with a label for each. */
export interface Rows {
  readonly count: number;
  /** Row by row. */
  readonly values: Float32Array;
  /** 1 or −1. */
  readonly labels: Int8Array;
}

/** A table to learn from, and more rows of the same kind to be tested on. */
export interface Table {
  readonly columns: number;
  readonly training: Rows;
  readonly test: Rows;
}

/** Rows to be tested on. */
const tested = 1000;

/**
 * Standard normal columns. The label is a vote: each of the first columns votes for or against by whether it lies
 * above a threshold of its own, with a weight of its own; the other columns say nothing.
 */
export function drawTable(seed: number, samples: number, uninformative: number): Table {
  const random = createRandom(seed, 'table');
  const votes = Array.from({ length: informative }, () => ({
    threshold: random.uniform() - 0.5,
    weight: 0.5 + random.uniform(),
  }));
  const columns = informative + uninformative;
  const draw = (count: number): Rows => {
    const values = random.normals(count * columns);
    const labels = Int8Array.from({ length: count }, (_, row) => {
      const sum = votes.reduce(
        (total, { threshold, weight }, column) =>
          total + ((values[row * columns + column] ?? 0) > threshold ? weight : -weight),
        0,
      );
      return sum > 0 ? 1 : -1;
    });
    return { count, values, labels };
  };
  return { columns, training: draw(samples), test: draw(tested) };
}

/** The table with column `order[j]` in place j. */
export function shuffleColumns(table: Table, order: Int32Array): Table {
  const { columns } = table;
  return mapRows(table, (row, result) => {
    for (let j = 0; j < columns; j++) result[j] = row[order[j] ?? 0] ?? 0;
  });
}

/** The table seen from other axes, at random: every column becomes a mixture of all. */
export function rotateTable(table: Table, random: Random): Table {
  const { columns } = table;
  const axes = orthogonal(random, columns);
  return mapRows(table, (row, result) => {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += (row[k] ?? 0) * (axes[j * columns + k] ?? 0);
      result[j] = sum;
    }
  });
}

function mapRows(table: Table, change: (row: Float32Array, result: Float32Array) => void): Table {
  const { columns } = table;
  const changed = (rows: Rows): Rows => {
    const values = new Float32Array(rows.values.length);
    for (let at = 0; at < values.length; at += columns) {
      change(rows.values.subarray(at, at + columns), values.subarray(at, at + columns));
    }
    return { ...rows, values };
  };
  return { columns, training: changed(table.training), test: changed(table.test) };
}
