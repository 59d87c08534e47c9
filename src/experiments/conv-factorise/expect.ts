import type { Expected } from '../experiment.ts';
import { type FactoriseMeasure, kernelSide, type Values } from './settings.ts';

/** Shares saved as published, to the digits given there. */
const savings: Readonly<Record<string, readonly [saved: number, source: string]>> = {
  'stacked-3x3 5x5': [0.28, 'Szegedy et al. 2016 §3.1: 25 → 18 weights, −28%'],
  'stacked-3x3 7x7': [22 / 49, 'Simonyan & Zisserman 2015 §2.3: 49 → 27 weights'],
  'one-dimensional 3x3': [1 / 3, 'Szegedy et al. 2016 §3.2: 9 → 6 weights, −33%'],
  'one-dimensional 5x5': [0.6, 'n² → 2n weights (Szegedy et al. 2016 §3.2)'],
  'one-dimensional 7x7': [5 / 7, 'n² → 2n weights (Szegedy et al. 2016 §3.2)'],
};

/** What is known before the run. */
export function expectFactorise(values: Values): Expected<FactoriseMeasure>[] {
  const { method, kernel } = values;
  const side = kernelSide(values);
  const always: Expected<FactoriseMeasure>[] = [
    { measure: 'receptiveField', low: side, high: side, source: 'Simonyan & Zisserman 2015 §2.3' },
    { measure: 'identityError', low: 0, high: 1e-6, source: 'convolution is associative' },
  ];
  if (method === 'bottleneck') {
    return [...always, saving(1 - 12_443_648 / 120_422_400, 'Szegedy et al. 2015: 120.4 M → 12.4 M')];
  }
  const known = savings[`${method} ${kernel}`];
  const saved = known === undefined ? [] : [saving(...known)];
  if (method !== 'one-dimensional' || kernel !== '7x7') return [...always, ...saved];
  const kept = { measure: 'kept', low: 0.36, high: 0.48, source: 'Eckart & Young 1936: σ₁² of K' } as const;
  return [...always, ...saved, kept];
}

function saving(saved: number, source: string): Expected<FactoriseMeasure> {
  return { measure: 'saved', low: saved - 5e-4, high: saved + 5e-4, source };
}
