import type { Bench, Run } from '../experiment.ts';
import type { DescentTrace } from './chart.ts';
import { descend, drawTable, lossOf, predictions, prepare, steepness, type Table } from './regression.ts';
import type { StandardisationMeasure, Values } from './settings.ts';

/** One hundredth of the excess loss counts as learned. */
const target = 0.01;

/** Descends on the raw and on the prepared table; each at the best rate of its own steepest direction. */
export function runInputStandardisation(
  { preparation, spread }: Values,
  { seed, checkpoint }: Bench,
): Run<StandardisationMeasure, DescentTrace> {
  const table = drawTable(seed, spread);
  const raw = learn(table, checkpoint);
  const prepared = learn(prepare(table, preparation), checkpoint);
  const gap = raw.fitted.reduce(
    (widest, value, i) => Math.max(widest, Math.abs(value - (prepared.fitted[i] ?? 0))),
    0,
  );
  return {
    measures: {
      rawSteps: raw.descent.steps,
      preparedSteps: prepared.descent.steps,
      rawCondition: raw.condition,
      preparedCondition: prepared.condition,
      predictionGap: gap,
    },
    trace: { preparation, spread, raw: raw.descent, prepared: prepared.descent },
  };
}

function learn(table: Table, checkpoint: () => void) {
  const bowl = lossOf(table);
  return {
    descent: descend(bowl, target, checkpoint),
    condition: steepness(bowl).condition,
    fitted: predictions(table, bowl),
  };
}
