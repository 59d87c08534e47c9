import { type Expected, unbounded } from '../experiment.ts';
import { type NormMeasure, settings, type Values } from './settings.ts';

const ioffe = 'Ioffe & Szegedy 2015';

/** What holds of batch normalisation exactly, up to float32 and its ε. */
const exact: readonly Expected<NormMeasure>[] = [
  { measure: 'outputChange', low: 0, high: 1e-3, source: `${ioffe}, §3.3: BN(aWx) = BN(Wx)` },
  { measure: 'gradientError', low: 0, high: 1e-3, source: `${ioffe}, §3.3: ∂/∂(aW) = (1/a) ∂/∂W` },
  { measure: 'batchMean', low: 0, high: 1e-5, source: `${ioffe}, Alg. 1: 0` },
  { measure: 'batchVariance', low: 1 - 1e-4, high: 1 + 1e-4, source: `${ioffe}, Alg. 1: 1` },
];

/** After the training the bounds were measured with. */
const trained: Readonly<Record<Values['activation'], readonly Expected<NormMeasure>[]>> = {
  relu: [
    { measure: 'normalisedAtOne', low: 0, high: 0.5, source: `${ioffe}, §3.3: higher learning rates` },
    { measure: 'plainAtOne', low: 0.9, high: unbounded, source: `${ioffe}, §3.3: diverges or stalls` },
  ],
  sigmoid: [
    { measure: 'normalisedBest', low: 0.34, high: 0.5, source: `${ioffe}, §4.2.2: BN trains a sigmoid net` },
    { measure: 'plainBest', low: 1.33, high: unbounded, source: 'no better than guessing, ln 4 = 1.386' },
  ],
};

/** What is known of a run. */
export function expectNormalised({ activation, steps }: Values): readonly Expected<NormMeasure>[] {
  return steps === settings.steps.default ? [...trained[activation], ...exact] : exact;
}
