import { type Expected, type Result, type System, unbounded } from '../experiment.ts';
import { decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  interaction: decimal({ zh: '人与广告的交互强度', en: 'how much tastes differ' }, [0, 2], 1),
  dimension: integer({ zh: '嵌入维数', en: 'embedding dimension' }, [1, 16], 8),
  rows: integer({ zh: '训练样本数', en: 'training rows' }, [500, 8000], 4000),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 400], 250),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the models, which are those of their AUCs. */
export type ModelName = 'logistic' | 'factorised' | 'deep';

/** Names of the numbers measured. */
export type ClickMeasure = ModelName | 'gain' | 'best' | 'lookupDifference' | 'strayRows';

/** A gain or loss of AUC that other seeds could turn round is none. */
export const smallestGain = 0.03;

/** What a run of the experiment measured. */
export type ClickResult = Result<Settings, ClickMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['embedding', '嵌入', 'embedding DNN', 'CTR', '点击率预估', '推荐系统', 'recommendation'],
    parameters: {},
  },
  { names: ['factorisation machine', 'factorization machine', 'FM', '因子分解机'], parameters: {} },
];

/** What is known before a run. */
export function expectClicks({ interaction, dimension, rows, steps }: Values): Expected<ClickMeasure>[] {
  const exact: Expected<ClickMeasure>[] = [
    { measure: 'lookupDifference', low: 0, high: 0, source: 'a look-up is one-hot × matrix' },
    { measure: 'strayRows', low: 0, high: 0, source: 'only the rows of a batch get a gradient' },
  ];
  const isMeasured = interaction === 1 && dimension >= 4 && dimension <= 8 && rows === 4000 && steps >= 250;
  if (!isMeasured) return exact;
  return [
    { measure: 'gain', low: 0.08, high: unbounded, source: 'Rendle 2010; Cheng et al. 2016' },
    ...exact,
  ];
}
