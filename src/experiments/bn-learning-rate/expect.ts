import { type Expected, unbounded } from '../experiment.ts';
import type { NormMeasure, Values } from './settings.ts';

const measuredSteps = 150;

const ioffe = 'Ioffe & Szegedy 2015';

/** What holds of batch normalisation exactly, up to float32 and its ε. */
const exact: readonly Expected<NormMeasure>[] = [
  { measure: 'outputChange', low: 0, high: 1e-3, source: `${ioffe}, §3.3: BN(aWx) = BN(Wx)` },
  { measure: 'gradientError', low: 0, high: 1e-3, source: `${ioffe}, §3.3: ∂/∂(aW) = (1/a) ∂/∂W` },
  { measure: 'batchMean', low: 0, high: 1e-5, source: `${ioffe}, Alg. 1: 0` },
  { measure: 'batchVariance', low: 1 - 1e-4, high: 1 + 1e-4, source: `${ioffe}, Alg. 1: 1` },
];

/** From how many steps on the bounds hold; they were measured after 150. */
const trained: Readonly<
  Record<Values['activation'], { readonly from: number; readonly bounds: readonly Expected<NormMeasure>[] }>
> = {
  relu: {
    from: 100,
    bounds: [
      { measure: 'normalisedAtOne', low: 0, high: 0.5, source: `${ioffe}, §3.3: higher learning rates` },
      { measure: 'plainAtOne', low: 0.9, high: unbounded, source: `${ioffe}, §3.3: diverges or stalls` },
    ],
  },
  sigmoid: {
    from: 150,
    bounds: [
      {
        measure: 'normalisedBest',
        low: 0.34,
        high: 0.5,
        source: `${ioffe}, §4.2.2: BN trains a sigmoid net`,
      },
      { measure: 'plainBest', low: 1.33, high: unbounded, source: 'no better than guessing, ln 4 = 1.386' },
    ],
  },
};

/** What is known of a run. */
export function expectNormalised({ activation, steps }: Values): readonly Expected<NormMeasure>[] {
  const { from, bounds } = trained[activation];
  const isTrained = from <= steps && steps <= measuredSteps;
  return isTrained ? [...bounds, ...exact] : exact;
}
