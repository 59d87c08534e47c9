import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  part: choice({ zh: '部件', en: 'part' }, ['pooling', 'augmentation'], 'pooling'),
  shift: integer({ zh: '平移的像素', en: 'pixels moved' }, [1, 3], 1),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 600], 150),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type BitMeasure =
  | 'unpooled'
  | 'separate'
  | 'overlapping'
  | 'ratio'
  | 'training'
  | 'test'
  | 'gap'
  | 'shiftedTraining'
  | 'shiftedTest'
  | 'shiftedGap'
  | 'testGain';

/** What a run of the experiment measured. */
export type BitResult = Result<Settings, BitMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'max pooling',
      '最大池化',
      'pooling',
      '池化',
      'overlapping pooling',
      '重叠池化',
      'shift invariance',
      '平移不变',
    ],
    parameters: { part: 'pooling' },
  },
  {
    names: ['data augmentation', '数据增强', '数据扩增', 'augmentation', 'random shifts', '随机平移'],
    parameters: { part: 'augmentation' },
  },
];
