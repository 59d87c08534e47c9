import { type Expected, type Result, type System, unbounded } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  truth: choice({ zh: '真实规律', en: 'truth' }, ['product', 'linear'], 'product'),
  hidden: integer({ zh: '隐藏单元', en: 'hidden units' }, [4, 64], 32),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 200], 80),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Training samples that are tried, the fewest first. */
export const sizes = [20, 50, 200, 1000] as const;

/** Names of the numbers measured. */
export type SmallDataMeasure =
  | 'logistic20'
  | 'mlp20'
  | 'lead20'
  | 'logistic1000'
  | 'mlp1000'
  | 'lead1000'
  | 'largestLead';

/** What a run of the experiment measured. */
export type SmallDataResult = Result<Settings, SmallDataMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['small data', '小数据', '小样本', '数据量', 'sample size', '样本量', '过拟合', 'overfitting'],
    parameters: {},
  },
  {
    names: ['linear truth', '线性规律', 'linear model', '线性模型', 'bias and variance', '偏差与方差'],
    parameters: { truth: 'linear' },
  },
];

/** The network that was measured beforehand. */
const measured = { hidden: 32, steps: 80 };

/** What is known before a run. */
export function expectSmallData({ truth, hidden, steps }: Values): Expected<SmallDataMeasure>[] {
  if (hidden !== measured.hidden || steps !== measured.steps) return [];
  if (truth === 'linear') {
    const source = 'Hastie, Tibshirani & Friedman 2009 §7.3: flexibility not needed is variance';
    return [{ measure: 'largestLead', low: -unbounded, high: 0.02, source }];
  }
  return [
    {
      measure: 'lead1000',
      low: 0.2,
      high: unbounded,
      source: 'Minsky & Papert 1969: no line tells a product’s sign',
    },
    { measure: 'lead20', low: -unbounded, high: 0.08, source: 'Hastie, Tibshirani & Friedman 2009 §2.5' },
  ];
}
