import { type Expected, unbounded } from '../experiment.ts';
import { type GanMeasure, looseBound, mediumBound, tightBound, type Values } from './settings.ts';

const goodfellow = 'Goodfellow et al. 2014, Thm. 1';
const principled = 'Arjovsky & Bottou 2017, Thm. 2.4';
const wgan = 'Arjovsky et al. 2017, Example 1';
const penalty = 'Gulrajani et al. 2017, §4';

/** What is known where real and fake hardly touch, which is what the theory speaks of; nothing where they overlap. */
export function expectGan({ distance, clip, view }: Values): Expected<GanMeasure>[] {
  if (distance < 1) return [];
  switch (view) {
    case 'path':
      return distance === 2 ? expectPath(clip) : [];
    case 'slope':
      return distance === 2 ? expectSlopes : [];
    case 'divergence':
      return [
        { measure: 'js', low: Math.LN2 - 2e-6, high: Math.LN2 + 1e-9, source: wgan },
        { measure: 'jsSlope', low: 0, high: 1e-4, source: principled },
        { measure: 'wassersteinSlope', low: 0.9995, high: 1.0005, source: wgan },
        ...(distance === 2
          ? ([
              { measure: 'jsEstimate', low: Math.LN2 - 1e-3, high: Math.LN2 + 1e-3, source: goodfellow },
            ] as const)
          : []),
      ];
  }
}

function expectPath(clip: number): Expected<GanMeasure>[] {
  return [
    { measure: 'saturatingEnd', low: 1.99, high: 2.01, source: principled },
    { measure: 'nonSaturatingEnd', low: -0.05, high: 0.05, source: 'Goodfellow et al. 2014, §3' },
    ...(clip === tightBound
      ? ([{ measure: 'clippedEnd', low: 1.99, high: 2.01, source: lipschitz(clip) }] as const)
      : []),
    { measure: 'penalisedNearest', low: 0, high: 0.35, source: penalty },
    { measure: 'saturatingGradient', low: 0, high: 1e-3, source: principled },
    { measure: 'nonSaturatingGradient', low: 1, high: unbounded, source: principled },
  ];
}

const expectSlopes: Expected<GanMeasure>[] = [
  { measure: 'tightSlope', low: 0, high: 32 ** 2 * tightBound ** 3, source: lipschitz(tightBound) },
  { measure: 'mediumSlope', low: 0, high: 32 ** 2 * mediumBound ** 3, source: lipschitz(mediumBound) },
  { measure: 'looseSlope', low: 2, high: 32 ** 2 * looseBound ** 3, source: lipschitz(looseBound) },
  { measure: 'penaltySlope', low: 0.8, high: 1.25, source: penalty },
  // The best critic's slope is 1 + 1/λ under the penalty's soft bound, so it scores 2 apart as 2.2 apart.
  { measure: 'penaltyGap', low: 2, high: 2.4, source: `${penalty}: 2·(1 + 1/λ)` },
];

/** A path through the network multiplies three weights, and there are 32² paths. */
function lipschitz(bound: number): string {
  return `|slope| ≤ 32²c³ = ${(32 ** 2 * bound ** 3).toPrecision(2)}`;
}
