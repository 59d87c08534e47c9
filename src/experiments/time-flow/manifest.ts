import { defineExperiment } from '../experiment.ts';
import { expectTimeFlow } from './expect.ts';
import { nextTimeFlows, noticeTimeFlow } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E07: how a gradient changes on its way back through the steps of a recurrent network. */
export const timeFlow = defineExperiment(
  {
    id: 'time-flow',
    version: 1,
    title: { zh: '梯度穿过时间', en: 'Gradient flow through time' },
    claim: {
      zh: '把 RNN 的激活换成 ReLU，梯度就恒为 1。',
      en: 'Give an RNN ReLU activations and its gradient is always 1.',
    },
    systems,
    parameters: settings,
    questions: ['rnn-exploding-vanishing', 'lstm-over-rnn', 'lstm-sigmoid-and-tanh'],
    measures: {
      ratio: { zh: '起点与最后一步的梯度之比', en: 'gradient at the first state over the last step’s' },
      perStep: { zh: '每步的倍数', en: 'factor per step' },
      kept: { zh: '保留门的连乘', en: 'product of the gates that keep' },
    },
    prediction: {
      prompt: {
        zh: '梯度从最后一步回传到起点，会变成多少？',
        en: 'On its way from the last step back to the first state, what becomes of the gradient?',
      },
      options: [
        { id: 'vanishes', text: { zh: '小于千分之一', en: 'less than a thousandth is left' } },
        {
          id: 'shrinks',
          text: { zh: '缩小，但还剩千分之一以上', en: 'it shrinks, but more than that is left' },
        },
        { id: 'survives', text: { zh: '基本不变（相差不到 10 倍）', en: 'it stays within a factor of 10' } },
        { id: 'grows', text: { zh: '放大 10 倍以上', en: 'it grows more than tenfold' } },
      ],
      right: ({ measures: { ratio } }) => {
        if (ratio < 1e-3) return 'vanishes';
        if (ratio < 0.1) return 'shrinks';
        return ratio <= 10 ? 'survives' : 'grows';
      },
    },
    expect: expectTimeFlow,
    notice: noticeTimeFlow,
    tryNext: nextTimeFlows,
    backend: 'wasm',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runTimeFlow }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runTimeFlow, chart: describeChart };
  },
);
