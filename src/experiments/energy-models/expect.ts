import { type Expected, unbounded } from '../experiment.ts';
import type { EnergyMeasure, Values } from './settings.ts';

/** What is known before the run. */
export function expectEnergy({ model, gibbs, steps }: Values): Expected<EnergyMeasure>[] {
  const always: Expected<EnergyMeasure>[] = [
    { measure: 'gained', low: 0, high: unbounded, source: 'training raises the likelihood' },
    { measure: 'boundGap', low: 0, high: unbounded, source: 'Jensen: a bound from below' },
    {
      measure: 'tiedGap',
      low: 0,
      high: 1e-4,
      source: 'Hinton, Osindero & Teh 2006 §3: tied weights, same model',
    },
  ];
  if (model !== 'rbm' || gibbs !== 1 || steps !== 3000) return always;
  const source = 'Carreira-Perpiñán & Hinton 2005; Fischer & Igel 2010: CD is biased';
  return [
    { measure: 'endNll', low: 0, high: 4, source: 'floor ln 14 = 2.64; MacKay 2003 §43' },
    { measure: 'startCosine', low: 0.9, high: 1, source },
    { measure: 'endCosine', low: -1, high: 0.6, source },
    ...always,
  ];
}
