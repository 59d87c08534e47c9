import type { Bench, Run } from '../experiment.ts';
import { createRandom } from '../maths/random.ts';
import type { GanTrace, Paths } from './chart.ts';
import { jensenShannon, slopeOf, wasserstein } from './distances.ts';
import { moveFakes } from './generator.ts';
import { judgeCritic, judgeDiscriminator } from './judge.ts';
import {
  type GanMeasure,
  type LossName,
  looseBound,
  mediumBound,
  tightBound,
  type Values,
} from './settings.ts';

/** The penalised critic pushes its fakes past the real points; they must have come near by this step. */
const nearBy = 40;
/** Along the curves of the two distances. */
const curveStep = 0.05;

/** Four generators against their critics; critics against fakes that stand still; and the distances themselves. */
export function runGanTwoPoints(values: Values, { seed, checkpoint }: Bench): Run<GanMeasure, GanTrace> {
  const { distance, clip } = values;
  const standstill = { theta: distance, seed, checkpoint };
  const pathOf = (loss: LossName) =>
    moveFakes({ loss, start: distance, bound: clip }, createRandom(seed, 'path'), checkpoint);
  const paths: Paths = {
    saturating: pathOf('saturating'),
    'non-saturating': pathOf('non-saturating'),
    'weight-clipping': pathOf('weight-clipping'),
    'gradient-penalty': pathOf('gradient-penalty'),
  };
  const clipped = (bound: number) => judgeCritic({ kind: 'clip', bound }, standstill).slope;
  const penalised = judgeCritic({ kind: 'penalise' }, standstill);
  const slopes = {
    tightSlope: clipped(tightBound),
    mediumSlope: clipped(mediumBound),
    looseSlope: clipped(looseBound),
    penaltySlope: penalised.slope,
  };
  return {
    measures: {
      js: jensenShannon(distance),
      jsSlope: slopeOf(jensenShannon, distance),
      wassersteinSlope: slopeOf(wasserstein, distance),
      ...judgeDiscriminator(standstill),
      ...slopes,
      penaltyGap: penalised.gap,
      saturatingEnd: endOf(paths.saturating),
      nonSaturatingEnd: endOf(paths['non-saturating']),
      clippedEnd: endOf(paths['weight-clipping']),
      penalisedNearest: Math.min(...paths['gradient-penalty'].slice(0, nearBy + 1).map(Math.abs)),
    },
    trace: { values, paths, slopes, curves: curvesTo(distance) },
  };
}

function endOf(path: readonly number[]): number {
  return path.at(-1) ?? Number.NaN;
}

function curvesTo(distance: number): GanTrace['curves'] {
  const points = Math.round(Math.max(distance, 1) / curveStep);
  const thetas = Array.from({ length: points + 1 }, (_, index) => index * curveStep);
  return {
    js: thetas.map((x) => ({ x, y: jensenShannon(x) })),
    wasserstein: thetas.map((x) => ({ x, y: wasserstein(x) })),
  };
}
