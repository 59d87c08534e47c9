import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  activation: choice({ zh: '激活函数', en: 'activation' }, ['selu', 'elu', 'relu'], 'selu'),
  quantity: choice({ zh: '看什么', en: 'quantity shown' }, ['variance', 'mean'], 'variance'),
  depth: integer({ zh: '深度', en: 'depth' }, [20, 60], 50),
  width: integer({ zh: '宽度', en: 'width' }, [64, 512], 256),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type MomentMeasure =
  | 'farthestMean'
  | 'lowestVariance'
  | 'highestVariance'
  | 'endVariance'
  | 'integralMean'
  | 'integralVariance';

/** What a run of the experiment measured. */
export type MomentResult = Result<Settings, MomentMeasure>;

/** The layer whose activations are compared. */
export const comparedLayer = 20;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['SELU', '自归一化', 'self-normalizing', 'self-normalising', 'SNN'], parameters: {} },
  { names: ['ELU'], parameters: { activation: 'elu' } },
  { names: ['ReLU'], parameters: { activation: 'relu', quantity: 'mean' } },
];
