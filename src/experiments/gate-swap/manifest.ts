import { defineExperiment } from '../experiment.ts';
import { expectSwap } from './expect.ts';
import { nextSwaps, noticeSwap } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E09: what becomes of an LSTM whose sigmoid and tanh change places. */
export const gateSwap = defineExperiment(
  {
    id: 'gate-swap',
    version: 2,
    title: { zh: 'LSTM 的两个函数', en: 'The two functions of an LSTM' },
    claim: {
      zh: 'LSTM 里的 sigmoid 和 tanh 换成哪个函数都行。',
      en: 'In an LSTM any activation works in place of sigmoid and tanh.',
    },
    systems,
    parameters: settings,
    questions: ['lstm-sigmoid-and-tanh', 'lstm-over-rnn'],
    measures: {
      accuracy: { zh: '最后 10 个批次的正确率', en: 'right answers in the last 10 batches' },
      otherAccuracy: { zh: '作为对照的单元的正确率', en: 'right answers of the cell beside it' },
      meanState: { zh: '训练前状态的均值', en: 'mean of the state before training' },
      gruShare: { zh: 'GRU 与 LSTM 的权重数之比', en: 'weights of a GRU over an LSTM’s' },
    },
    prediction: {
      prompt: {
        zh: '看过一个 ±1，再隔一串噪声，单元要说出它的正负。训练之后能答对多少？',
        en: 'The cell sees a ±1, then a stretch of noise, and is to say which it was. How often is it right after training?',
      },
      options: [
        { id: 'learns', text: { zh: '几乎全对', en: 'almost always' } },
        { id: 'partly', text: { zh: '比瞎猜好，但常常出错', en: 'better than guessing, but often wrong' } },
        { id: 'guesses', text: { zh: '一半左右，和瞎猜一样', en: 'about half the time, like guessing' } },
      ],
      right: ({ measures: { accuracy } }) => {
        if (accuracy >= 0.95) return 'learns';
        return accuracy > 0.65 ? 'partly' : 'guesses';
      },
    },
    expect: expectSwap,
    notice: noticeSwap,
    tryNext: nextSwaps,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runGateSwap }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runGateSwap, chart: describeChart };
  },
);
