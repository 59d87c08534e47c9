import type { Result, System } from '../experiment.ts';
import { choice, decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  cell: choice(
    { zh: '单元', en: 'cell' },
    ['sigmoid-content', 'tanh-gates', 'lstm', 'gru'],
    'sigmoid-content',
  ),
  gateBias: decimal({ zh: '门偏置', en: 'gate bias' }, [-3, 6], 1),
  length: integer({ zh: '序列长度', en: 'length of the sequences' }, [2, 60], 25),
  steps: integer({ zh: '训练步数', en: 'training steps' }, [10, 200], 40),
  picture: choice({ zh: '图', en: 'picture' }, ['training', 'state'], 'training'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Cells by name: an LSTM as it is, with one of its two functions in place of the other, and a GRU. */
export type CellName = Values['cell'];

/** Names of the numbers measured. */
export type SwapMeasure = 'accuracy' | 'otherAccuracy' | 'meanState' | 'gruShare';

/** What a run of the experiment measured. */
export type SwapResult = Result<Settings, SwapMeasure>;

/** The cell it is held against. */
export function counterpart(cell: CellName): CellName {
  return cell === 'lstm' ? 'sigmoid-content' : 'lstm';
}

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: [
      'LSTM with sigmoid content',
      'LSTM 候选值换成 sigmoid',
      'LSTM 的激活函数',
      'sigmoid and tanh in LSTM',
      'LSTM',
      '长短期记忆',
    ],
    parameters: {},
  },
  {
    names: ['LSTM with tanh gates', 'LSTM 门换成 tanh', 'gate', '门控'],
    parameters: { cell: 'tanh-gates' },
  },
  // It takes a little longer to learn.
  { names: ['GRU', '门控循环单元'], parameters: { cell: 'gru', steps: 60 } },
  // The state is looked at before training; few steps keep what comes after short.
  { names: ['cell state', '细胞状态'], parameters: { picture: 'state', steps: 10 } },
];
