import type { Result, System } from '../experiment.ts';
import { choice, decimal, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  preparation: choice({ zh: '预处理', en: 'preparation' }, ['standardise', 'centre', 'scale'], 'standardise'),
  spread: decimal({ zh: '第三个特征的标准差', en: 'standard deviation of the third feature' }, [1, 30], 10),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type StandardisationResult = Result<Settings, StandardisationMeasure>;

/** Names of the numbers measured. */
export type StandardisationMeasure =
  | 'rawSteps'
  | 'preparedSteps'
  | 'rawCondition'
  | 'preparedCondition'
  | 'predictionGap';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'input standardisation',
      'standardization',
      '输入标准化',
      '标准化',
      'z-score',
      '特征缩放',
      'feature scaling',
    ],
    parameters: {},
  },
  { names: ['mean subtraction', 'centring', '去均值', '零均值化'], parameters: { preparation: 'centre' } },
  {
    names: ['condition number', '条件数', 'ill-conditioning', '病态'],
    parameters: { spread: 30 },
  },
];
