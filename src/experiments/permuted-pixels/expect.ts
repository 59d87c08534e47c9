import type { Expected } from '../experiment.ts';
import { type PixelMeasure, settings, type Values } from './settings.ts';

/** What holds exactly, up to rounding, however long one trains. */
const exact: readonly Expected<PixelMeasure>[] = [
  { measure: 'lossDifference', low: 0, high: 1e-5, source: 'permuting the rows of W₁ alike undoes it' },
  {
    measure: 'shiftDifference',
    low: 0,
    high: 0,
    source: 'Fukushima 1980; LeCun et al. 1989: shift equivariance',
  },
];

/** After training at least as long as the defaults, with the letter anywhere. */
const trained: readonly Expected<PixelMeasure>[] = [
  { measure: 'cnn', low: 0.85, high: 1, source: 'LeCun et al. 1998: local fields, shared weights' },
  { measure: 'cnnPermuted', low: 0, high: 0.4, source: 'no neighbourhood is left: chance is 0.25' },
  { measure: 'mlpGap', low: 0, high: 0.08, source: 'an MLP knows no order of its inputs: 0' },
];

/** What is known of a run. */
export function expectPixels({ place, steps }: Values): readonly Expected<PixelMeasure>[] {
  return place === 'anywhere' && steps >= settings.steps.default ? [...trained, ...exact] : exact;
}
