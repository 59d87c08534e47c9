import type { Expected } from '../experiment.ts';
import type { Shape, ShapeMeasure, Values } from './settings.ts';

/** Greatest slope: value, tolerance, where from. SELU's is a limit at 0 from below, which points only come near. */
const greatest: Readonly<Record<Shape, readonly [value: number, tolerance: number, source: string]>> = {
  sigmoid: [0.25, 1e-5, 'σ′(0) = 1/4'],
  tanh: [1, 1e-5, 'tanh′(0) = 1'],
  relu: [1, 1e-6, 'ReLU′ = 1 above 0'],
  'leaky-relu': [1, 1e-6, 'Maas et al. 2013'],
  prelu: [1, 1e-6, 'He et al. 2015'],
  elu: [1, 1e-5, 'Clevert et al. 2016'],
  selu: [1.7495, 0.0087, 'Klambauer et al. 2017: λα = 1.758 at 0⁻'],
};

/** Share of the stretch with a slope below 0.01: solved for by hand. */
const flatShares: Readonly<Record<Shape, readonly [value: number, source: string]>> = {
  sigmoid: [0.5418, 'σ′(x) < 0.01 for |x| > 4.58'],
  tanh: [0.7007, 'tanh′(x) < 0.01 for |x| > 2.99'],
  relu: [0.5, 'ReLU′ = 0 below 0'],
  'leaky-relu': [0, 'slope 0.01'],
  prelu: [0, 'slope 0.25'],
  elu: [0.2697, 'exp(x) < 0.01 for x < −4.61'],
  selu: [0.2416, 'λα·exp(x) < 0.01 for x < −5.17'],
};

/** Bounds that follow from the formulas. */
export function expectShape({ activation }: Values): Expected<ShapeMeasure>[] {
  const [max, tolerance, source] = greatest[activation];
  const [flat, flatSource] = flatShares[activation];
  const known: Expected<ShapeMeasure>[] = [
    { measure: 'maxSlope', low: max - tolerance, high: max + tolerance, source },
    { measure: 'flatShare', low: Math.max(0, flat - 1e-3), high: flat + 1e-3, source: flatSource },
  ];
  if (activation !== 'relu') return known;
  return [
    ...known,
    { measure: 'zeroShare', low: 0.35, high: 0.65, source: 'Glorot et al. 2011: about half at the start' },
  ];
}
