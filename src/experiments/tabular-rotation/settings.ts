import { type Expected, type Result, type System, unbounded } from '../experiment.ts';
import { integer, type ValuesOf } from '../parameter.ts';

/** Columns the label depends on. */
export const informative = 5;

/** What can be varied. */
export const settings = {
  samples: integer({ zh: '训练行数', en: 'training rows' }, [100, 2000], 400),
  uninformative: integer({ zh: '无信息的列', en: 'uninformative columns' }, [0, 30], 11),
  rounds: integer({ zh: '提升轮数', en: 'boosting rounds' }, [10, 200], 80),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** How the table looks to those that learn it. */
export type Version = 'raw' | 'shuffled' | 'rotated';

/** Names of the numbers measured. */
export type TabularMeasure =
  | 'stumpsRaw'
  | 'stumpsRotated'
  | 'stumpsDrop'
  | 'stumpsShuffleChange'
  | 'mlpRaw'
  | 'mlpRotated'
  | 'mlpChange'
  | 'mlpShuffleChange'
  | 'shuffledLossGap';

/** What a run of the experiment measured. */
export type TabularResult = Result<Settings, TabularMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['tabular data', '表格数据', 'rotation', '旋转', '旋转不变性', 'rotation invariance'],
    parameters: {},
  },
  {
    names: [
      'boosted trees',
      '提升树',
      'boosting',
      'AdaBoost',
      'decision stump',
      '决策树桩',
      'GBDT',
      'XGBoost',
    ],
    parameters: {},
  },
  {
    names: ['uninformative features', '无信息特征', '无关特征'],
    parameters: { uninformative: 30 },
  },
];

/** The table that was measured beforehand. */
const measured: Values = { samples: 400, uninformative: 11, rounds: 80 };

const trees = 'Grinsztajn, Oyallon & Varoquaux 2022, finding 3: rotation takes the lead from trees';
const network = 'Ng 2004: gradient descent from random weights knows no axes';

/** What is known before a run. */
export function expectTabular(values: Values): Expected<TabularMeasure>[] {
  const always: Expected<TabularMeasure>[] = [
    {
      measure: 'stumpsShuffleChange',
      low: 0,
      high: 0,
      source: 'a stump asks one column, wherever it stands',
    },
    {
      measure: 'shuffledLossGap',
      low: 0,
      high: 1e-4,
      source: 'the sum over columns does not depend on their order',
    },
  ];
  const { samples, uninformative, rounds } = values;
  const isMeasured =
    samples === measured.samples && uninformative === measured.uninformative && rounds === measured.rounds;
  if (!isMeasured) return always;
  return [
    ...always,
    { measure: 'stumpsDrop', low: 0.1, high: unbounded, source: trees },
    { measure: 'mlpChange', low: -0.04, high: 0.04, source: network },
  ];
}
