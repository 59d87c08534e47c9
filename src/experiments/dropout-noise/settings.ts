import type { Result, System } from '../experiment.ts';
import { choice, decimal, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  rate: decimal({ zh: '丢弃概率 p', en: 'dropout rate p' }, [0.05, 0.8], 0.3),
  view: choice({ zh: '看什么', en: 'view' }, ['solution', 'activation'], 'solution'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type DropoutResult = Result<Settings, DropoutMeasure>;

/** Names of the numbers measured. */
export type DropoutMeasure =
  | 'toRidge'
  | 'toLeastSquares'
  | 'noisyToRidge'
  | 'noisyToLeastSquares'
  | 'meanShift'
  | 'varianceRatio'
  | 'gradientSnr';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['dropout', '随机失活', '丢弃法', '岭回归', 'ridge regression', '梯度噪声', 'gradient noise'],
    parameters: {},
  },
  {
    names: ['inverted dropout', '反向随机失活', '激活噪声', 'activation noise'],
    parameters: { rate: 0.5, view: 'activation' },
  },
];
