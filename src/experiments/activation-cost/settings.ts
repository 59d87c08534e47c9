import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, ['sigmoid', 'tanh', 'relu'], 'sigmoid'),
  width: integer({ zh: '层宽', en: 'width of the layer' }, [16, 512], 256),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type CostResult = Result<Settings, CostMeasure>;

/** Names of the numbers measured. */
export type CostMeasure =
  | 'layerShare'
  | 'overRelu'
  | 'forwardNs'
  | 'backwardNs'
  | 'productNs'
  | 'recomputedOverCached'
  | 'derivativeError';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['cost of an activation', '激活函数的开销', '计算量', 'exponential', '指数运算'], parameters: {} },
  { names: ['cost of tanh', 'tanh 的开销'], parameters: { activation: 'tanh' } },
  { names: ['cost of ReLU', 'ReLU 的开销'], parameters: { activation: 'relu' } },
];
