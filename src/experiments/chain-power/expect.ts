import type { Expected } from '../experiment.ts';
import type { PowerMeasure, Values } from './settings.ts';

/** Room for rounding, relative to the value. */
const rounding = 1e-9;

/** The product in closed form, which the run reaches by multiplying. */
export function expectPower({ factors, factor, depth }: Values): Expected<PowerMeasure>[] {
  // The factors (k−1)(k+1)/k² for k = 2…n+1 telescope.
  const exact = factors === 'constant' ? factor ** depth : (depth + 2) / (2 * (depth + 1));
  const source = factors === 'constant' ? 'aⁿ = exp(n·ln a)' : '∏(1−1/k²), k = 2…n+1: (n+2)/(2n+2)';
  return [{ measure: 'product', low: exact * (1 - rounding), high: exact * (1 + rounding), source }];
}
