import type { Result, System } from '../experiment.ts';
import { choice, decimal, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  cell: choice({ zh: '单元', en: 'cell' }, ['tanh', 'sigmoid', 'relu', 'linear', 'lstm', 'gru'], 'tanh'),
  weights: choice({ zh: '循环权重', en: 'weights' }, ['orthogonal', 'identity', 'gaussian'], 'orthogonal'),
  gain: decimal({ zh: '权重倍数', en: 'gain' }, [0.1, 3], 1),
  gateBias: decimal({ zh: '门偏置', en: 'gate bias' }, [-5, 10], 1),
  steps: integer({ zh: '时间步', en: 'steps' }, [2, 200], 100),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type TimeMeasure = 'ratio' | 'perStep' | 'kept';

/** What a run of the experiment measured. */
export type TimeResult = Result<Settings, TimeMeasure>;

/** LSTM and GRU; the gate bias applies only to them. */
export function isGated({ cell }: Pick<Values, 'cell'>): boolean {
  return cell === 'lstm' || cell === 'gru';
}

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['RNN', '循环神经网络', 'BPTT', '随时间反向传播', 'recurrent network', 'tanh RNN'],
    parameters: {},
  },
  { names: ['sigmoid RNN'], parameters: { cell: 'sigmoid' } },
  {
    names: ['IRNN', '单位矩阵', '单位矩阵初始化', 'identity initialisation', 'identity matrix'],
    parameters: { cell: 'relu', weights: 'identity' },
  },
  { names: ['ReLU RNN'], parameters: { cell: 'relu', weights: 'gaussian' } },
  {
    names: ['RNN 梯度爆炸', 'exploding RNN'],
    parameters: { cell: 'relu', weights: 'gaussian', gain: 2 },
  },
  { names: ['orthogonal RNN', '正交 RNN', 'linear RNN', '线性 RNN'], parameters: { cell: 'linear' } },
  { names: ['LSTM', '长短期记忆', '遗忘门偏置', 'forget bias'], parameters: { cell: 'lstm' } },
  { names: ['LSTM, forget bias 5', 'LSTM 遗忘门偏置 5'], parameters: { cell: 'lstm', gateBias: 5 } },
  { names: ['LSTM, forget bias 0', 'LSTM 遗忘门偏置 0'], parameters: { cell: 'lstm', gateBias: 0 } },
  { names: ['GRU', '门控循环单元'], parameters: { cell: 'gru' } },
  { names: ['GRU, keep bias 5', 'GRU 门偏置 5'], parameters: { cell: 'gru', gateBias: 5 } },
];
