import type { Expected } from '../experiment.ts';
import { type MomentMeasure, settings, type Values } from './settings.ts';

/** Half a unit in the sixth decimal. */
const rounding = 5e-7;
const klambauer = 'Klambauer et al. 2017';

/** The fixed point of SELU, in layers wide enough for chance to average out; nothing is known of others. */
export function expectMoments({ activation, width }: Values): Expected<MomentMeasure>[] {
  if (activation !== 'selu' || width < settings.width.default) return [];
  return [
    { measure: 'farthestMean', low: 0, high: 0.1, source: `${klambauer}, theorem 1: 0` },
    { measure: 'lowestVariance', low: 0.85, high: 1.15, source: `${klambauer}, theorem 1: 1` },
    { measure: 'highestVariance', low: 0.85, high: 1.15, source: `${klambauer}, theorem 1: 1` },
    { measure: 'integralMean', low: -rounding, high: rounding, source: `${klambauer}, eq. 4: 0` },
    { measure: 'integralVariance', low: 1 - rounding, high: 1 + rounding, source: `${klambauer}, eq. 5: 1` },
  ];
}
