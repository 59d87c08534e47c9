import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, ['relu', 'sigmoid'], 'relu'),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 200], 100),
  picture: choice({ zh: '图', en: 'picture' }, ['learning-rate', 'invariance'], 'learning-rate'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type NormMeasure =
  | 'normalisedAtOne'
  | 'plainAtOne'
  | 'normalisedBest'
  | 'plainBest'
  | 'outputChange'
  | 'gradientError'
  | 'batchMean'
  | 'batchVariance';

/** What a run of the experiment measured. */
export type NormResult = Result<Settings, NormMeasure>;

/** Learning rates tried. */
export const rates = [0.3, 1, 3] as const;

/** Loss of guessing among four classes. */
export const chance = Math.log(4);

/** A loss that is not a number, or beyond this, is measured as this. */
export const diverged = 100;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'batch normalisation',
      'batch normalization',
      'BN',
      '批归一化',
      '批标准化',
      '学习率',
      'learning rate',
      '内部协变量偏移',
    ],
    parameters: {},
  },
];
