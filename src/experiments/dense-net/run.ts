import type { Bench, Run } from '../experiment.ts';
import { firstToLast } from '../maths/gradient-norms.ts';
import type { DenseTrace } from './chart.ts';
import { denseNetwork, featureGradients, plainNetwork } from './network.ts';
import type { DenseMeasure, Values } from './settings.ts';

/** Measures a dense net and a plain one of equal depth. */
export function runDenseNet(values: Values, { seed, checkpoint }: Bench): Run<DenseMeasure, DenseTrace> {
  const dense = featureGradients(denseNetwork, values, seed);
  checkpoint();
  const plain = featureGradients(plainNetwork, values, seed);
  const [ratio, plainRatio] = [firstToLast(dense), firstToLast(plain)];
  return {
    measures: { ratio, plainRatio },
    trace: { values, dense: { norms: dense, ratio }, plain: { norms: plain, ratio: plainRatio } },
  };
}
