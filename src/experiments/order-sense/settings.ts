import { type Expected, type Result, type System, unbounded } from '../experiment.ts';
import { integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  length: integer({ zh: '序列长度', en: 'sequence length' }, [4, 30], 10),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 400], 100),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the networks, which are those of their accuracies. */
export type ReaderName = 'bag' | 'window' | 'recurrent';

/** Names of the numbers measured. */
export type OrderMeasure = ReaderName | 'windowWeights' | 'recurrentWeights';

/** What a run of the experiment measured. */
export type OrderResult = Result<Settings, OrderMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'fully connected network',
      '全连接网络',
      'DNN',
      'MLP',
      '多层感知机',
      'TDNN',
      'feed-forward network',
    ],
    parameters: {},
  },
  { names: ['recurrent network', '循环神经网络', 'RNN'], parameters: {} },
  { names: ['bag of words', '词袋'], parameters: {} },
];

/** Sequences of this length were measured, trained at least so long. */
const measured = { length: 10, steps: 100 };

/** What is known before a run. */
export function expectOrder({ length, steps }: Values): Expected<OrderMeasure>[] {
  const bag = { measure: 'bag', low: 0.4, high: 0.6, source: 'a bag has no order: chance' } as const;
  if (length !== measured.length || steps < measured.steps) return [bag];
  return [
    bag,
    { measure: 'window', low: 0.95, high: unbounded, source: 'Waibel et al. 1989: a window sees time' },
    { measure: 'recurrent', low: 0.95, high: unbounded, source: 'Elman 1990: a state remembers' },
  ];
}
