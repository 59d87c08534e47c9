import type { Result, System } from '../experiment.ts';
import { choice, decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  factors: choice({ zh: '因子', en: 'factors' }, ['constant', 'approaching-one'], 'constant'),
  factor: decimal({ zh: '每层的倍数', en: 'factor per layer' }, [0.5, 1.5], 0.99),
  depth: integer({ zh: '层数', en: 'layers' }, [2, 1000], 100),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type PowerMeasure = 'product';

/** What a run of the experiment measured. */
export type PowerResult = Result<Settings, PowerMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['0.99', '连乘', '链式法则', 'chain rule', 'product of factors'], parameters: {} },
  { names: ['0.9'], parameters: { factor: 0.9 } },
  { names: ['1.01'], parameters: { factor: 1.01, depth: 1000 } },
  { names: ['1.1'], parameters: { factor: 1.1 } },
  {
    names: ['∏(1−1/k²)', '趋于 1 的因子', 'factors approaching one'],
    parameters: { factors: 'approaching-one', depth: 1000 },
  },
];
