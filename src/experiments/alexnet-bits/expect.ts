import type { Expected } from '../experiment.ts';
import { type BitMeasure, settings, type Values } from './settings.ts';

const overlap: Expected<BitMeasure> = {
  measure: 'ratio',
  low: 0,
  high: 0.95,
  source: 'Krizhevsky et al. 2012, §3.4: overlapping pools do better',
};

/** After training at least as long as the defaults; measured after 300 steps, and as true after half as many. */
const trained: readonly Expected<BitMeasure>[] = [
  {
    measure: 'shiftedGap',
    low: -0.2,
    high: 0.2,
    source: 'Krizhevsky et al. 2012, §4.1: shifts stop learning by heart',
  },
  { measure: 'testGain', low: -0.05, high: 0.2, source: 'an MLP shares no weights between places' },
];

/** What is known of a run. */
export function expectBits({ shift, steps }: Values): readonly Expected<BitMeasure>[] {
  return [...(shift === 1 ? [overlap] : []), ...(steps >= settings.steps.default ? trained : [])];
}
