import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  place: choice({ zh: 'T 的位置', en: 'where the T stands' }, ['anywhere', 'centre'], 'anywhere'),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [2, 120], 60),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type PixelMeasure =
  | 'cnn'
  | 'cnnPermuted'
  | 'mlp'
  | 'mlpPermuted'
  | 'mlpGap'
  | 'mlpTraining'
  | 'lossDifference'
  | 'shiftDifference';

/** What a run of the experiment measured. */
export type PixelResult = Result<Settings, PixelMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'CNN',
      '卷积神经网络',
      '卷积网络',
      'convolutional network',
      'permuted pixels',
      '打乱像素',
      '像素置换',
      'local correlation',
      '局部相关',
    ],
    parameters: {},
  },
];
