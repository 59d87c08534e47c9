import type { Result, System } from '../experiment.ts';
import { decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  penalty: decimal({ zh: 'L1 惩罚 λ', en: 'L1 penalty λ' }, [0, 0.5], 0.05),
  active: integer({ zh: '真实的非零系数', en: 'atoms in the signal' }, [1, 15], 4),
  steps: integer({ zh: '迭代步数', en: 'steps' }, [5, 200], 50),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type SparseResult = Result<Settings, SparseMeasure>;

/** Names of the numbers measured. */
export type SparseMeasure =
  | 'istaGap'
  | 'fistaGap'
  | 'fistaOverIsta'
  | 'encoderGap'
  | 'startGap'
  | 'largestRise'
  | 'nonZeros'
  | 'nonZerosWithoutPenalty'
  | 'supportFound';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['sparse coding', '稀疏编码', '字典学习', 'dictionary learning', 'ISTA', 'FISTA', 'L1', 'LASSO'],
    parameters: {},
  },
  { names: ['no L1 penalty', '不加 L1'], parameters: { penalty: 0 } },
];
