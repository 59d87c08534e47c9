import type { Result, System } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  model: choice({ zh: '模型', en: 'model' }, ['rbm', 'dbn', 'dbm'], 'rbm'),
  gibbs: integer({ zh: '吉布斯步数 k', en: 'Gibbs steps k' }, [1, 10], 1),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [300, 5000], 3000),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type EnergyResult = Result<Settings, EnergyMeasure>;

/** Names of the numbers measured. */
export type EnergyMeasure =
  | 'startNll'
  | 'endNll'
  | 'gained'
  | 'startCosine'
  | 'endCosine'
  | 'flipped'
  | 'boundGap'
  | 'tiedGap';

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'RBM',
      '受限玻尔兹曼机',
      'restricted Boltzmann machine',
      'CD-1',
      '对比散度',
      'contrastive divergence',
    ],
    parameters: {},
  },
  {
    names: [
      'DBN',
      '深度信念网络',
      '深度置信网络',
      'deep belief network',
      '逐层贪心训练',
      'greedy layer-wise',
    ],
    parameters: { model: 'dbn' },
  },
  {
    names: ['DBM', '深度玻尔兹曼机', 'deep Boltzmann machine', '平均场', 'mean field'],
    parameters: { model: 'dbm' },
  },
];
