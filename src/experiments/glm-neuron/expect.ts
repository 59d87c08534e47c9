import type { Expected } from '../experiment.ts';
import { type GlmMeasure, settings, type Values } from './settings.ts';

/** What theory says of every setting, and of the coefficients where training is long enough. */
export function expectGlm({ activation, steps, rate }: Values): Expected<GlmMeasure>[] {
  const isTrained = steps === settings.steps.default && rate === settings.rate.default;
  const [low, high] = activation === 'identity' ? [1, 2] : [6, 7];
  return [
    ...(isTrained
      ? [
          {
            measure: 'coefficientGap',
            low: 0,
            high: 1e-6,
            source: 'Nelder & Wedderburn 1972: one maximum',
          } as const,
        ]
      : []),
    { measure: 'irlsIterations', low, high, source: 'Newton’s method: digits double at every step' },
    { measure: 'gradientGap', low: 0, high: 1e-6, source: 'McCullagh & Nelder 1989: mean of (μ − y)·x' },
    { measure: 'crossEntropyGradient', low: -1.001, high: -0.999, source: 'σ(−10) − 1' },
    { measure: 'squaredErrorGradient', low: -9.2e-5, high: -9e-5, source: '2(μ − 1)μ(1 − μ) at μ = σ(−10)' },
  ];
}
