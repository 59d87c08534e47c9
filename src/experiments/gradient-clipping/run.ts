import type { Bench, Run } from '../experiment.ts';
import type { ClipTrace } from './chart.ts';
import { descendCliff } from './cliff.ts';
import { clippedByNorm, clippedByValue } from './clipping.ts';
import { type Training, trainRnn } from './network.ts';
import { type ClipMeasure, overflow, type Values } from './settings.ts';

/** Trains the RNN with clipping and without, and walks down the cliff both ways. */
export function runClipping(values: Values, bench: Bench): Run<ClipMeasure, ClipTrace> {
  const { clip, threshold, gain, picture } = values;
  const clipping = clip === 'norm' ? clippedByNorm : clippedByValue;
  const clipped = trainRnn(values, clipping(threshold), bench);
  const unclipped = trainRnn(values, (gradient) => gradient, bench);
  const path = descendCliff(threshold);
  return {
    measures: { ...measuresOf(clipped, unclipped), cliffWeight: storable(path.at(-1) ?? Number.NaN) },
    trace: {
      clip,
      threshold,
      gain,
      picture,
      clipped: clipped.losses,
      unclipped: unclipped.losses,
      path,
      jump: descendCliff(Number.POSITIVE_INFINITY)[1] ?? Number.NaN,
    },
  };
}

/** Losses of the last steps, averaged. */
const last = 10;

/** The numbers of both trainings. */
export function measuresOf(
  clipped: Training,
  unclipped: Training,
): Omit<Record<ClipMeasure, number>, 'cliffWeight'> {
  const end = clipped.losses.slice(-last);
  return {
    largestLoss: largest(clipped.losses),
    unclippedLoss: largest(unclipped.losses),
    finalLoss: storable(end.reduce((sum, loss) => sum + loss, 0) / end.length),
    largestGradient: largest(clipped.norms),
    normCosine: smallest(clipped.normCosines),
    valueCosine: smallest(clipped.valueCosines),
  };
}

const largest = (values: readonly number[]) => values.map(storable).reduce((a, b) => Math.max(a, b), 0);

/** Of the steps whose gradient still was a number. */
const smallest = (values: readonly number[]) =>
  values.filter(Number.isFinite).reduce((a, b) => Math.min(a, b), 1);

/** The value, or where it overflowed the number that stands for it. */
function storable(value: number): number {
  if (Number.isNaN(value)) return overflow;
  return Math.max(-overflow, Math.min(overflow, value));
}
