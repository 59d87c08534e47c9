import type { Result, System } from '../experiment.ts';
import { choice, type ValuesOf } from '../parameter.ts';

/** The nonlinearities that are one curve; the randomised ReLU is a new one at every draw. */
export const shapes = ['sigmoid', 'tanh', 'relu', 'leaky-relu', 'prelu', 'elu', 'selu'] as const;

/** One of {@link shapes}. */
export type Shape = (typeof shapes)[number];

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, shapes, 'sigmoid'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type ShapeMeasure = 'maxSlope' | 'flatShare' | 'slopeAtTen' | 'slopeAtMinusTen' | 'zeroShare';

/** What a run of the experiment measured. */
export type ShapeResult = Result<Settings, ShapeMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['sigmoid', 'S 型函数', '饱和', 'saturation', '激活函数', 'activation function'], parameters: {} },
  { names: ['tanh', '双曲正切'], parameters: { activation: 'tanh' } },
  { names: ['ReLU', '线性整流', '稀疏激活', 'sparse activation'], parameters: { activation: 'relu' } },
  { names: ['LeakyReLU', '带泄漏的 ReLU'], parameters: { activation: 'leaky-relu' } },
  { names: ['PReLU', '参数化 ReLU'], parameters: { activation: 'prelu' } },
  { names: ['ELU'], parameters: { activation: 'elu' } },
  { names: ['SELU'], parameters: { activation: 'selu' } },
];
