import type { Expected } from '../experiment.ts';
import { type CellName, counterpart, type SwapMeasure, settings, type Values } from './settings.ts';

const greff = 'Greff et al. 2017: gates and output activation are critical';

/** Accuracy after training, and the steps it takes at most. */
const learnt: Readonly<Record<CellName, { low: number; high: number; steps: number; source: string }>> = {
  lstm: { low: 0.95, high: 1, steps: 40, source: 'Hochreiter & Schmidhuber 1997; Gers et al. 2000' },
  gru: { low: 0.95, high: 1, steps: 60, source: 'Cho et al. 2014' },
  'sigmoid-content': { low: 0.35, high: 0.65, steps: 40, source: `${greff}; chance: 0.5` },
  'tanh-gates': { low: 0.35, high: 0.65, steps: 40, source: `${greff}; chance: 0.5` },
};

/** The mean of the state before training. */
const states: Readonly<Partial<Record<CellName, { low: number; high: number; source: string }>>> = {
  // Half open gates write ½ · ½ and keep σ(1) of what is there.
  'sigmoid-content': { low: 0.75, high: 1.2, source: '½ · ½ / (1 − σ(1)) = 0.93' },
  lstm: { low: -0.2, high: 0.2, source: 'tanh is odd: 0' },
};

/** What is known of the setting the bounds were measured at. */
export function expectSwap({ cell, gateBias, length, steps }: Values): Expected<SwapMeasure>[] {
  const share: Expected<SwapMeasure> = {
    measure: 'gruShare',
    low: 0.75,
    high: 0.75,
    source: 'Cho et al. 2014: three blocks of weights instead of four',
  };
  if (gateBias !== settings.gateBias.default || length !== settings.length.default) return [share];
  const state = states[cell];
  return [
    ...expectLearnt('accuracy', cell, steps),
    ...expectLearnt('otherAccuracy', counterpart(cell), steps),
    ...(state === undefined ? [] : [{ measure: 'meanState', ...state } as const]),
    share,
  ];
}

function expectLearnt(measure: SwapMeasure, cell: CellName, steps: number): Expected<SwapMeasure>[] {
  const { steps: needed, ...bounds } = learnt[cell];
  return steps < needed ? [] : [{ measure, ...bounds }];
}
