import type { Result, System } from '../experiment.ts';
import { choice, decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  clip: choice({ zh: '裁剪方式', en: 'clipping' }, ['norm', 'value'], 'norm'),
  threshold: decimal({ zh: '阈值', en: 'threshold' }, [0.01, 10], 1),
  gain: decimal({ zh: '循环权重的增益', en: 'gain of the recurrent weights' }, [0.2, 3], 1.6),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [20, 200], 120),
  picture: choice({ zh: '图', en: 'picture' }, ['rnn', 'cliff'], 'rnn'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type ClipMeasure =
  | 'largestLoss'
  | 'unclippedLoss'
  | 'finalLoss'
  | 'largestGradient'
  | 'normCosine'
  | 'valueCosine'
  | 'cliffWeight';

/** What a run of the experiment measured. */
export type ClipResult = Result<Settings, ClipMeasure>;

/** Loss at which a run counts as lost, a hundred times that of guessing; also the top of the picture. */
export const lostAbove = 100;

/** The weight at the foot of the cliff. */
export const minimum = 0.5 ** (1 / 30);

/** A number that overflowed is measured as this. */
export const overflow = 1e38;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['gradient clipping', '梯度裁剪', '梯度截断', 'norm clipping', '范数裁剪', 'Mikolov', 'Pascanu'],
    parameters: {},
  },
  {
    names: ['element-wise clipping', '逐元素裁剪', '按值裁剪', 'clip by value'],
    parameters: { clip: 'value', threshold: 0.1 },
  },
  // The cliff needs no network; few steps keep the one beside it short.
  { names: ['cliff', '悬崖', '损失悬崖'], parameters: { picture: 'cliff', steps: 20 } },
];
