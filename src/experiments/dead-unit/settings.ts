import type { Result, System } from '../experiment.ts';
import { choice, decimal, integer, type ValuesOf } from '../parameter.ts';

/** Hidden biases from here down silence most of the layer. */
export const shock = -4;

/** What can be varied. */
export const settings = {
  activation: choice(
    { zh: '激活函数', en: 'activation' },
    ['relu', 'leaky-relu', 'prelu', 'rrelu', 'elu', 'selu'],
    'relu',
  ),
  bias: decimal({ zh: '隐藏层偏置的起点', en: 'where the hidden biases start' }, [-20, 0], -12),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [20, 400], 300),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Nonlinearities a layer can be tried with. */
export type UnitName = Values['activation'];

/** Names of the numbers measured. */
export type UnitMeasure = 'largestGradient' | 'remainingError' | 'silentShare';

/** What a run of the experiment measured. */
export type UnitResult = Result<Settings, UnitMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['dying ReLU', '死亡 ReLU', 'dead ReLU', '神经元死亡', 'ReLU'], parameters: {} },
  { names: ['LeakyReLU', '带泄漏的 ReLU'], parameters: { activation: 'leaky-relu' } },
  { names: ['PReLU', '参数化 ReLU'], parameters: { activation: 'prelu' } },
  { names: ['RReLU', '随机 ReLU'], parameters: { activation: 'rrelu' } },
  { names: ['ELU'], parameters: { activation: 'elu' } },
  { names: ['SELU'], parameters: { activation: 'selu' } },
];
