import type { Expected, Result, System } from '../experiment.ts';
import { integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  length: integer({ zh: '序列长度', en: 'sequence length' }, [10, 200], 80),
  dimension: integer({ zh: '键的维数', en: 'key dimension' }, [8, 256], 256),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type AttentionMeasure =
  | 'firstToMedian'
  | 'attentionKept'
  | 'unscaledKept'
  | 'recurrentKept'
  | 'varianceRatio'
  | 'entropyScaled'
  | 'entropyUnscaled'
  | 'jacobianScaled'
  | 'jacobianUnscaled';

/** What a run of the experiment measured. */
export type AttentionResult = Result<Settings, AttentionMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['attention', '注意力', '注意力机制', 'self-attention', '自注意力', 'Transformer', 'seq2seq'],
    parameters: {},
  },
  {
    names: ['scaled dot-product attention', '缩放点积注意力', 'why divide by √d', '为什么除以根号 d'],
    parameters: { length: 20 },
  },
];

/** Keys whose scores the softmax is looked at over. */
export const keys = 64;

/** What is known before a run. */
export function expectAttention({ dimension }: Values): Expected<AttentionMeasure>[] {
  const expected: Expected<AttentionMeasure>[] = [
    { measure: 'firstToMedian', low: 0.3, high: 3, source: 'Vaswani et al. 2017, Table 1: path length O(1)' },
  ];
  // Below, the lengths of few random keys and queries differ too much from √d.
  if (dimension < 64) return expected;
  const mean = Math.log(keys) - 0.5;
  return [
    ...expected,
    {
      measure: 'varianceRatio',
      low: 0.8,
      high: 1.2,
      source: 'Vaswani et al. 2017, footnote 4: q·k has variance d',
    },
    { measure: 'entropyScaled', low: mean - 0.2, high: mean + 0.2, source: 'normal scores: ln 64 − ½' },
  ];
}
