import type { Result, System } from '../experiment.ts';
import { choice, decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, ['sigmoid', 'exp', 'identity'], 'sigmoid'),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 400], 400),
  rate: decimal({ zh: '学习率', en: 'learning rate' }, [0.01, 0.3], 0.1),
  picture: choice({ zh: '图', en: 'picture' }, ['coefficients', 'stall'], 'coefficients'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What the neuron does to w·x + b: in the words of statistics, its inverse link. */
export type InverseLink = Values['activation'];

/** Names of the numbers measured. */
export type GlmMeasure =
  | 'coefficientGap'
  | 'irlsIterations'
  | 'gradientGap'
  | 'crossEntropyGradient'
  | 'squaredErrorGradient';

/** What a run of the experiment measured. */
export type GlmResult = Result<Settings, GlmMeasure>;

/** Coefficients farther apart than this have not arrived yet. */
export const arrived = 1e-3;

/** A neuron that is confident of 0 where the label is 1. */
export const confident = -10;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'GLM',
      '广义线性模型',
      'generalised linear model',
      'logistic regression',
      '逻辑回归',
      'IRLS',
      'link function',
      '连接函数',
    ],
    parameters: {},
  },
  { names: ['Poisson regression', '泊松回归'], parameters: { activation: 'exp' } },
  { names: ['linear regression', '线性回归'], parameters: { activation: 'identity' } },
  {
    names: ['cross-entropy', '交叉熵', 'squared error', '平方误差'],
    parameters: { picture: 'stall' },
  },
];
