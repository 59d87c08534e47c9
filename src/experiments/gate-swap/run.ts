import type { Bench, Run } from '../experiment.ts';
import { drawCell } from './cells.ts';
import type { SwapTrace } from './chart.ts';
import { type CellName, counterpart, type SwapMeasure, type Values } from './settings.ts';
import { trainCell } from './training.ts';

/** Batches whose right answers are averaged at the end. */
const last = 10;

/** Trains the cell asked for and the one it is held against, on the same sequences. */
export function runGateSwap(values: Values, bench: Bench): Run<SwapMeasure, SwapTrace> {
  const subject = trainCell(values.cell, values, bench);
  const other = trainCell(counterpart(values.cell), values, bench);
  return {
    measures: {
      accuracy: meanOf(subject.accuracies.slice(-last)),
      otherAccuracy: meanOf(other.accuracies.slice(-last)),
      meanState: subject.means.at(-1) ?? Number.NaN,
      gruShare: sizeOf('gru') / sizeOf('lstm'),
    },
    trace: { values, subject, other },
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Weights of a cell, without those of the output behind it. */
function sizeOf(cell: CellName): number {
  const ofBlocks = drawCell(cell, 0, 0).slice(0, -2);
  return ofBlocks.reduce((sum, { values }) => sum + values.length, 0);
}
