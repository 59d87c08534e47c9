import { defineExperiment } from '../experiment.ts';
import { expectFlow } from './expect.ts';
import { nextFlows, noticeFlow } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E01: how a gradient changes on its way back through an untrained network. */
export const depthFlow = defineExperiment(
  {
    id: 'depth-flow',
    version: 2,
    title: { zh: '梯度穿过深度', en: 'Gradient flow through depth' },
    claim: {
      zh: '只要用 ReLU，深层网络的梯度就不会消失。',
      en: 'As long as it uses ReLU, a deep network does not lose its gradient.',
    },
    systems,
    parameters: settings,
    questions: [
      'relu-over-sigmoid-tanh',
      'vanishing-exploding-gradients',
      'batch-normalization',
      'history-of-neural-networks',
    ],
    measures: {
      ratio: { zh: '第 1 层与最后一层的梯度之比', en: 'gradient at layer 1 over the last layer’s' },
      perLayer: { zh: '每层的倍数', en: 'factor per layer' },
      lastMeanSquare: { zh: '最后一层的 E[h²]', en: 'E[h²] of the last layer' },
    },
    prediction: {
      prompt: {
        zh: '梯度从最后一层回传到第 1 层，会变成多少？',
        en: 'On its way from the last layer back to the first, what becomes of the gradient?',
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
    expect: expectFlow,
    notice: noticeFlow,
    tryNext: nextFlows,
    backend: 'wasm',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runDepthFlow }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runDepthFlow, chart: describeChart };
  },
);
