import type { Expected, Result, System } from '../experiment.ts';
import { decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  code: integer({ zh: '编码维数', en: 'code size' }, [1, 6], 3),
  noise: decimal({ zh: '噪声标准差', en: 'noise deviation' }, [0.05, 1], 0.3),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 1000], 700),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the autoencoders, by what they do to the code. */
export type CoderName = 'linear' | 'tanh';

/** Names of the numbers measured. */
export type CoderMeasure =
  | 'pcaError'
  | 'linearError'
  | 'tanhError'
  | 'linearExcess'
  | 'tanhExcess'
  | 'captured'
  | 'overlap';

/** Share above PCA's error up to which an autoencoder is as good as PCA. */
export const asGood = 0.02;

/** What a run of the experiment measured. */
export type CoderResult = Result<Settings, CoderMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'autoencoder',
      '自编码器',
      'AutoEncoder',
      'linear autoencoder',
      '线性自编码器',
      'PCA',
      '主成分分析',
      'bottleneck',
    ],
    parameters: {},
  },
];

/** What is known of a linear autoencoder trained to the end. */
export function expectCoders({ code, noise, steps }: Values): Expected<CoderMeasure>[] {
  if (code !== 3 || noise !== 0.3 || steps < 700) return [];
  return [
    // The samples are rounded to float32 and their covariance is not, which can put the error a little below PCA's.
    {
      measure: 'linearExcess',
      low: -1e-5,
      high: asGood,
      source: 'Baldi & Hornik 1989; Bourlard & Kamp 1988',
    },
    { measure: 'captured', low: 0.999, high: 1.00001, source: 'Baldi & Hornik 1989, Fact 4' },
  ];
}
