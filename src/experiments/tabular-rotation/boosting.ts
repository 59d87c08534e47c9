import type { Rows, Table } from './table.ts';

/** A tree of one question: is this column above the threshold? */
export interface Stump {
  readonly column: number;
  readonly threshold: number;
  /** What it answers above the threshold: 1 or −1; below, the opposite. */
  readonly above: number;
}

/** A stump with its say in the vote. */
export interface Voter extends Stump {
  readonly weight: number;
}

/** A stump without a mistake would get an infinite say. */
const leastError = 1e-10;

/** Stumps learnt one after another, each with more weight on what those before got wrong (Freund & Schapire 1997, AdaBoost). */
export function boostStumps({ columns, training }: Table, rounds: number, checkpoint: () => void): Voter[] {
  const orders = Array.from({ length: columns }, (_, column) => sortedBy(training, columns, column));
  const weights = new Float64Array(training.count).fill(1 / training.count);
  const voters: Voter[] = [];
  for (let round = 0; round < rounds; round++) {
    checkpoint();
    const { stump, error } = bestStump(training, columns, orders, weights);
    const weight = Math.log((1 - error) / Math.max(error, leastError)) / 2;
    voters.push({ ...stump, weight });
    reweigh(training, columns, { ...stump, weight }, weights);
  }
  return voters;
}

/** Share of rows that the voters label right. */
export function votersAccuracy(voters: readonly Voter[], columns: number, rows: Rows): number {
  let right = 0;
  for (let row = 0; row < rows.count; row++) {
    const vote = voters.reduce(
      (sum, voter) => sum + voter.weight * answer(voter, rows.values[row * columns + voter.column] ?? 0),
      0,
    );
    if (vote > 0 === (rows.labels[row] ?? 0) > 0) right++;
  }
  return right / rows.count;
}

function answer({ threshold, above }: Stump, value: number): number {
  return value > threshold ? above : -above;
}

function sortedBy({ count, values }: Rows, columns: number, column: number): Int32Array {
  const value = (row: number) => values[row * columns + column] ?? 0;
  return Int32Array.from({ length: count }, (_, row) => row).sort((a, b) => value(a) - value(b));
}

interface Candidate {
  readonly stump: Stump;
  readonly error: number;
}

/** The stump with the least weight on its mistakes. Of equals the lower threshold: the order of the columns plays no part. */
function bestStump(
  rows: Rows,
  columns: number,
  orders: readonly Int32Array[],
  weights: Float64Array,
): Candidate {
  return orders
    .map((order, column) => bestThreshold(rows, columns, column, order, weights))
    .reduce((best, other) => {
      if (other.error !== best.error) return other.error < best.error ? other : best;
      return other.stump.threshold < best.stump.threshold ? other : best;
    });
}

/** Goes through a column's values in order; every row that falls below the threshold changes one answer. */
function bestThreshold(
  { values, labels }: Rows,
  columns: number,
  column: number,
  order: Int32Array,
  weights: Float64Array,
): Candidate {
  const value = (place: number) => values[(order[place] ?? 0) * columns + column] ?? 0;
  // Of the stump that answers 1 everywhere.
  let error = weights.reduce((sum, weight, row) => sum + ((labels[row] ?? 0) < 0 ? weight : 0), 0);
  let best: Candidate = { stump: { column, threshold: value(0) - 1, above: 1 }, error };
  for (let place = 0; place + 1 < order.length; place++) {
    const row = order[place] ?? 0;
    error += (labels[row] ?? 0) * (weights[row] ?? 0);
    const mistakes = Math.min(error, 1 - error);
    if (mistakes < best.error) {
      const threshold = (value(place) + value(place + 1)) / 2;
      best = { stump: { column, threshold, above: error <= 0.5 ? 1 : -1 }, error: mistakes };
    }
  }
  return best;
}

/** Rows the stump got wrong gain weight, those it got right lose it; together they stay 1. */
function reweigh(
  { count, values, labels }: Rows,
  columns: number,
  voter: Voter,
  weights: Float64Array,
): void {
  let total = 0;
  for (let row = 0; row < count; row++) {
    const agreement = (labels[row] ?? 0) * answer(voter, values[row * columns + voter.column] ?? 0);
    const weight = (weights[row] ?? 0) * Math.exp(-voter.weight * agreement);
    weights[row] = weight;
    total += weight;
  }
  for (let row = 0; row < count; row++) weights[row] = (weights[row] ?? 0) / total;
}
