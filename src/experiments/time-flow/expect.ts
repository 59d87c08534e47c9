import { type Expected, unbounded } from '../experiment.ts';
import { isGated, type TimeMeasure, type Values } from './settings.ts';

/** Steps the bounds without a formula were measured at. */
const measuredSteps = 100;

/** What is known before the run; nothing, for many settings. */
export function expectTimeFlow(values: Values): readonly Expected<TimeMeasure>[] {
  if (isGated(values)) return isMeasured(values) ? (gated[gateKey(values)] ?? []) : [];
  const power = values.gain ** values.steps;
  switch (values.cell) {
    case 'linear':
      // Orthogonal matrices keep lengths, the identity does; a Gaussian one is not known beforehand.
      return values.weights === 'gaussian'
        ? []
        : [ratio(0.99 * power, 1.01 * power, 'Saxe et al. 2014: gain per step')];
    case 'relu':
      return expectRelu(values, power);
    case 'sigmoid':
      return isMeasured(values) ? [ratio(0, 1e-30, 'σ′ ≤ 0.25 at every step')] : [];
    case 'tanh':
      return isMeasured(values) ? [ratio(0, 1e-5, 'Bengio et al. 1994')] : [];
    case 'gru':
    case 'lstm':
      return [];
  }
}

/** Half of the units start below 0 and stay silent, so √½ of the gradient is left beside the power of the gain. */
function expectRelu({ weights, gain, steps }: Values, power: number): Expected<TimeMeasure>[] {
  if (weights === 'identity') {
    const exact = Math.SQRT1_2 * power;
    return [ratio(0.7 * exact, 1.3 * exact, 'Le et al. 2015: √½ · gain^T')];
  }
  if (weights !== 'gaussian' || steps !== measuredSteps) return [];
  if (gain === 1) return [ratio(0, 1e-2, 'half of the units cut at every step')];
  return gain === 2 ? [ratio(1e3, unbounded, 'Pascanu et al. 2013, §2.1')] : [];
}

function isMeasured({ weights, gain, steps }: Values): boolean {
  return weights === 'orthogonal' && gain === 1 && steps === measuredSteps;
}

const gateKey = ({ cell, gateBias }: Values) => `${cell} ${gateBias}`;

const gated: Readonly<Record<string, readonly Expected<TimeMeasure>[]>> = {
  'lstm 0': [ratio(0, 1e-10, 'gates half open: about 2^−T')],
  'lstm 1': [ratio(1e-6, 0.1, 'Jozefowicz et al. 2015: forget bias 1')],
  'lstm 5': [ratio(1, unbounded, 'Gers et al. 2000'), kept(0.4, 0.56, 'σ(5)¹⁰⁰ = 0.51')],
  'gru 0': [ratio(0, 1e-10, 'gates half open: about 2^−T')],
  'gru 1': [ratio(0, 1e-4, 'σ(1)¹⁰⁰ = 2.5·10⁻¹⁴ along the keep gate alone')],
  'gru 5': [ratio(0.3, 0.9, 'σ(5)¹⁰⁰ = 0.51')],
};

function ratio(low: number, high: number, source: string): Expected<TimeMeasure> {
  return { measure: 'ratio', low, high, source };
}

function kept(low: number, high: number, source: string): Expected<TimeMeasure> {
  return { measure: 'kept', low, high, source };
}
