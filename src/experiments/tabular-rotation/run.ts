import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import { boostStumps, votersAccuracy } from './boosting.ts';
import type { TabularTrace } from './chart.ts';
import { drawNetwork, type Outcome, shuffleInputs, trainNetworks } from './networks.ts';
import type { TabularMeasure, Values } from './settings.ts';
import { drawTable, rotateTable, shuffleColumns, type Table } from './table.ts';

/** Lets stumps and a network learn a table as it is, with its columns in another order, and seen from other axes. */
export function runTabularRotation(
  values: Values,
  { seed, checkpoint }: Bench,
): Run<TabularMeasure, TabularTrace> {
  const raw = drawTable(seed, values.samples, values.uninformative);
  const order = createRandom(seed, 'order of columns').permutation(raw.columns);
  const tables = {
    raw,
    shuffled: shuffleColumns(raw, order),
    rotated: rotateTable(raw, createRandom(seed, 'rotation')),
  };
  const stumps = (table: Table) =>
    votersAccuracy(boostStumps(table, values.rounds, checkpoint), table.columns, table.test);
  const weights = drawNetwork(seed, raw.columns);
  const initial = { raw: weights, shuffled: shuffleInputs(weights, order), rotated: weights };
  const networks = trainNetworks(tables, initial, checkpoint);
  const accuracies = {
    stumps: {
      raw: stumps(tables.raw),
      shuffled: stumps(tables.shuffled),
      rotated: stumps(tables.rotated),
    },
    mlp: {
      raw: networks.raw.accuracy,
      shuffled: networks.shuffled.accuracy,
      rotated: networks.rotated.accuracy,
    },
  };
  return {
    measures: { ...compare(accuracies), shuffledLossGap: widestGap(networks.raw, networks.shuffled) },
    trace: { values, ...accuracies },
  };
}

function compare({ stumps, mlp }: Pick<TabularTrace, 'stumps' | 'mlp'>) {
  return {
    stumpsRaw: stumps.raw,
    stumpsRotated: stumps.rotated,
    stumpsDrop: stumps.raw - stumps.rotated,
    stumpsShuffleChange: stumps.shuffled - stumps.raw,
    mlpRaw: mlp.raw,
    mlpRotated: mlp.rotated,
    mlpChange: mlp.rotated - mlp.raw,
    mlpShuffleChange: mlp.shuffled - mlp.raw,
  };
}

/** To six decimals; what is left beyond them is the rounding of float32, another on every backend. */
function widestGap(one: Outcome, other: Outcome): number {
  const gaps = one.losses.map((loss, step) => Math.abs(loss - (other.losses[step] ?? Number.NaN)));
  return Math.round(Math.max(...gaps) * 1e6) / 1e6;
}
