import { type Expected, unbounded } from '../experiment.ts';
import { type ClipMeasure, minimum, settings, type Values } from './settings.ts';

const pascanu = 'Pascanu et al. 2013';
/** What is known of the setting the bounds were measured at. */
export function expectClipping({ clip, threshold, gain, steps }: Values): Expected<ClipMeasure>[] {
  const reachesMinimum: Expected<ClipMeasure>[] =
    threshold < 0.1 || threshold > 1
      ? []
      : [
          {
            measure: 'cliffWeight',
            low: minimum - 0.01,
            high: minimum + 0.01,
            source: `${pascanu}, fig. 6; (1/2)^(1/30) = 0.9772`,
          },
        ];
  if (gain !== settings.gain.default || steps !== settings.steps.default) return reachesMinimum;
  const explodes: Expected<ClipMeasure> = {
    measure: 'unclippedLoss',
    low: 16,
    high: unbounded,
    source: `${pascanu}, §2.2: exploding gradients`,
  };
  if (clip !== 'norm' || threshold !== settings.threshold.default) return [explodes, ...reachesMinimum];
  return [
    { measure: 'largestLoss', low: 0, high: 5, source: `${pascanu}, Alg. 1` },
    explodes,
    { measure: 'normCosine', low: 0.9995, high: 1.0005, source: 'g·θ/‖g‖ keeps the direction: 1' },
    { measure: 'valueCosine', low: 0.54, high: 0.76, source: 'element-wise clipping turns the gradient' },
    ...reachesMinimum,
  ];
}
