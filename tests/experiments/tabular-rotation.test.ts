import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { boostStumps, votersAccuracy } from '../../src/experiments/tabular-rotation/boosting.ts';
import { tabularRotation } from '../../src/experiments/tabular-rotation/manifest.ts';
import { drawNetwork, networkLoss, shuffleInputs } from '../../src/experiments/tabular-rotation/networks.ts';
import {
  drawTable,
  rotateTable,
  shuffleColumns,
  type Table,
} from '../../src/experiments/tabular-rotation/table.ts';
import { slopes } from './maths/finite-difference.ts';

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });
const noCheckpoint = () => undefined;
const seeds = fc.integer({ min: 0, max: 10_000 });

beforeAll(() => useBackend(['wasm']));

/** Least share of mistakes of any stump on rows that weigh the same, by trying all. */
function leastMistakes({ columns, training: { count, values, labels } }: Table): number {
  let least = count;
  for (let column = 0; column < columns; column++) {
    for (let at = 0; at < count; at++) {
      const threshold = values[at * columns + column]!;
      const wrong = labels.filter(
        (label, row) => values[row * columns + column]! > threshold !== label > 0,
      ).length;
      least = Math.min(least, wrong, count - wrong);
    }
  }
  return least / count;
}

describe('boostStumps', () => {
  it('finds the best stump there is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const table = drawTable(seed, 30, 1);
        const first = boostStumps(table, 1, noCheckpoint);
        expect(1 - votersAccuracy(first, table.columns, table.training)).toBeCloseTo(
          leastMistakes(table),
          10,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the bound of AdaBoost: mistakes on the training rows are at most the product of the normalisers', () => {
    const table = drawTable(1, 100, 3);
    const voters = boostStumps(table, 40, noCheckpoint);
    const bound = voters.reduce((product, { weight }) => {
      const error = 1 / (1 + Math.exp(2 * weight));
      return product * 2 * Math.sqrt(error * (1 - error));
    }, 1);
    const mistakes = 1 - votersAccuracy(voters, table.columns, table.training);
    expect(bound).toBeLessThan(1);
    expect(mistakes).toBeLessThanOrEqual(bound);
  });

  it('says the same of every row when the columns stand in another order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const table = drawTable(seed, 60, 4);
        const order = createRandom(seed, 'order').permutation(table.columns);
        const [voters, others] = [table, shuffleColumns(table, order)].map((each) =>
          boostStumps(each, 15, noCheckpoint),
        );
        expect(others!.map(({ column, ...rest }) => ({ ...rest, column: order[column] }))).toEqual(
          voters!.map(({ column, ...rest }) => ({ ...rest, column })),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the table', () => {
  it('keeps all lengths, angles and labels when it is rotated', () => {
    const table = drawTable(1, 40, 6);
    const rotated = rotateTable(table, createRandom(1, 'test'));
    const products = ({ columns, training: { values } }: Table) =>
      Array.from({ length: 39 }, (_, row) =>
        values
          .slice(row * columns, (row + 1) * columns)
          .reduce((sum, value, j) => sum + value * values[(row + 1) * columns + j]!, 0),
      );
    const before = products(table);
    for (const [row, value] of products(rotated).entries()) expect(value).toBeCloseTo(before[row]!, 4);
    expect(rotated.training.labels).toBe(table.training.labels);
  });

  it('can be told by its five columns alone: the others do not change a label', () => {
    const [few, many] = [drawTable(3, 200, 0), drawTable(3, 200, 20)];
    for (const { columns, training } of [few, many]) {
      const share = training.labels.filter((label) => label > 0).length / training.count;
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.8);
      expect(training.values.length).toBe(training.count * columns);
    }
  });
});

describe('the network', () => {
  it('has the gradient that finite differences find', () => {
    const table = drawTable(1, 50, 3);
    const initial = drawNetwork(1, table.columns);
    const [first, ...rest] = initial;
    tf.tidy(() => {
      const inputs = tf.tensor2d(table.training.values, [50, table.columns]);
      const labels = tf.tensor2d(
        Float32Array.from(table.training.labels, (label) => (label > 0 ? 1 : 0)),
        [50, 1],
      );
      const others = rest.map(({ values, shape }) => tf.tensor(values, [...shape]));
      const loss = (matrix: tf.Tensor) => networkLoss([matrix, ...others], inputs, labels);
      const gradient = tf
        .grad(loss)(tf.tensor(first!.values, [...first!.shape]))
        .dataSync();
      const lossOf = (values: Float32Array) => loss(tf.tensor(values, [...first!.shape])).dataSync()[0]!;
      const { byGradient, byDifference } = slopes(lossOf, first!.values, gradient);
      expect(byDifference / byGradient).toBeCloseTo(1, 2);
    });
  });

  it('is the same function when inputs and columns are moved alike', () => {
    const table = drawTable(2, 30, 4);
    const order = createRandom(2, 'order').permutation(table.columns);
    const weights = drawNetwork(2, table.columns);
    const lossOf = ({ columns, training }: Table, initial: typeof weights) =>
      tf.tidy(
        () =>
          networkLoss(
            initial.map(({ values, shape }) => tf.tensor(values, [...shape])),
            tf.tensor2d(training.values, [30, columns]),
            tf.tensor2d(
              Float32Array.from(training.labels, (label) => (label > 0 ? 1 : 0)),
              [30, 1],
            ),
          ).dataSync()[0]!,
      );
    const moved = lossOf(shuffleColumns(table, order), shuffleInputs(weights, order));
    expect(moved).toBeCloseTo(lossOf(table, weights), 5);
    expect(lossOf(shuffleColumns(table, order), weights)).not.toBeCloseTo(moved, 3);
  });
});

describe('tabular-rotation', () => {
  it('finds what was measured independently, for seeds 1 to 5', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { measures } = await compute(
        tabularRotation,
        { samples: 400, uninformative: 11, rounds: 80 },
        bench(seed),
      );
      expect(measures.stumpsRaw).toBeGreaterThan(0.95);
      expect(measures.stumpsRotated).toBeGreaterThan(0.7);
      expect(measures.stumpsRotated).toBeLessThan(0.85);
      expect(Math.abs(measures.mlpRaw! - 0.8)).toBeLessThan(0.04);
      expect(measures.stumpsDrop).toBeGreaterThan(0.1);
      expect(Math.abs(measures.mlpChange!)).toBeLessThan(0.04);
    }
  });

  it('tells its finding in the title, in both languages', async () => {
    const { describe: picture } = await compute(
      tabularRotation,
      { samples: 100, uninformative: 5, rounds: 20 },
      bench(1),
    );
    expect(picture('en').title).toMatch(/^Rotated, boosted stumps go from \d+% to \d+%; the MLP/);
    expect(picture('zh').title).toMatch(/^旋转表格，提升树桩从 \d+% 变为 \d+%，MLP/);
  });
});
