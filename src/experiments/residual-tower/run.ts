import type { Bench, Run } from '../experiment.ts';
import { firstToLast } from '../maths/gradient-norms.ts';
import type { TowerTrace } from './chart.ts';
import type { TowerMeasure, Values } from './settings.ts';
import { measureTower } from './tower.ts';

/** Measures the tower with its shortcuts, and the same weights without them. */
export function runResidualTower(values: Values, { seed, checkpoint }: Bench): Run<TowerMeasure, TowerTrace> {
  const residual = measureTower(values, true, seed);
  checkpoint();
  const plain = measureTower(values, false, seed);
  const [ratio, plainRatio] = [firstToLast(residual.norms), firstToLast(plain.norms)];
  return {
    measures: { residual: ratio, plain: plainRatio, extraWeights: residual.weights - plain.weights },
    trace: {
      values,
      residual: { norms: residual.norms, ratio },
      plain: { norms: plain.norms, ratio: plainRatio },
    },
  };
}
