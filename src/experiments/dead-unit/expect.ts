import type { Expected } from '../experiment.ts';
import { settings, type UnitMeasure, type UnitName, type Values } from './settings.ts';

/** Below this a gradient counts as none. */
const leastGradient = 1e-9;

/** Bounds of units that stay negative: something arrives, the linear part of the target is learnt. */
const leaks = (source: string): Expected<UnitMeasure>[] => [
  { measure: 'largestGradient', low: leastGradient, high: Number.MAX_VALUE, source },
  { measure: 'remainingError', low: 0, high: 0.97, source },
];

/** Bounds of units that come back. */
const recovers = (source: string): Expected<UnitMeasure>[] => [
  { measure: 'largestGradient', low: leastGradient, high: Number.MAX_VALUE, source },
  { measure: 'remainingError', low: 0, high: 0.4, source },
];

/** After a shock that leaves every unit negative for every input. */
const afterShock: Readonly<Record<UnitName, readonly Expected<UnitMeasure>[]>> = {
  relu: [
    { measure: 'largestGradient', low: 0, high: 0, source: 'Maas et al. 2013: the derivative below 0 is 0' },
    { measure: 'remainingError', low: 0.999, high: 1.001, source: 'only the mean of the target is learnt' },
    { measure: 'silentShare', low: 1, high: 1, source: 'no gradient, so no unit moves' },
  ],
  'leaky-relu': leaks('Maas et al. 2013: slope 0.01 below 0'),
  prelu: leaks('He et al. 2015: learnt slope, 0.25 at first'),
  rrelu: leaks('Xu et al. 2015: slopes from 1/8 to 1/3'),
  elu: recovers('Clevert et al. 2016: slope exp(x) below 0'),
  selu: recovers('Klambauer et al. 2017: slope λα·exp(x) below 0'),
};

/** What is known of the shock the bounds were measured with; nothing of others. */
export function expectUnits({ activation, bias, steps }: Values): readonly Expected<UnitMeasure>[] {
  const isKnown = bias === settings.bias.default && steps === settings.steps.default;
  return isKnown ? afterShock[activation] : [];
}
