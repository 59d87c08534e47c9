import type { Bench, Run } from '../experiment.ts';
import type { MomentTrace } from './chart.ts';
import { integrateLayer } from './integral.ts';
import { type Moments, measureMoments, starts } from './moments.ts';
import { comparedLayer, type MomentMeasure, type Values } from './settings.ts';

/** Follows five starts through the layers asked for, and the first of them through others to hold against. */
export function runFixedPoint(values: Values, bench: Bench): Run<MomentMeasure, MomentTrace> {
  const { activation, quantity, width } = values;
  const reference = activation === 'selu' ? 'elu' : 'selu';
  const paths = measureMoments(values, starts, bench);
  const [referencePath = []] = measureMoments(
    { ...values, activation: reference },
    starts.slice(0, 1),
    bench,
  );
  const compared = paths.map((path) => path[comparedLayer] ?? nowhere);
  const variances = compared.map(({ variance }) => variance);
  const integral = integrateLayer(activation);
  return {
    measures: {
      farthestMean: Math.max(...compared.map(({ mean }) => Math.abs(mean))),
      lowestVariance: Math.min(...variances),
      highestVariance: Math.max(...variances),
      endVariance: paths[0]?.at(-1)?.variance ?? Number.NaN,
      integralMean: integral.mean,
      integralVariance: integral.variance,
    },
    trace: { activation, quantity, width, paths, reference: { activation: reference, path: referencePath } },
  };
}

const nowhere: Moments = { mean: Number.NaN, variance: Number.NaN };
