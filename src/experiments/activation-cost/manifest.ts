import { defineExperiment } from '../experiment.ts';
import { nextCosts, noticeCost } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E27: what an activation costs beside the product it belongs to. Informational: clocks differ. */
export const activationCost = defineExperiment(
  {
    id: 'activation-cost',
    version: 1,
    title: { zh: '激活函数的开销', en: 'What an activation costs' },
    claim: {
      zh: '用 sigmoid 计算量大，求导还要算指数和除法；换成 ReLU，整个过程省很多计算。',
      en: 'Sigmoid is expensive, its derivative needs exponentials and divisions; ReLU saves a lot of computation.',
    },
    systems,
    parameters: settings,
    questions: ['relu-over-sigmoid-tanh'],
    measures: {
      layerShare: { zh: '激活占一层时间的比例', en: 'share of the layer’s time' },
      overRelu: { zh: '前向耗时是 ReLU 的几倍', en: 'forward time over ReLU’s' },
      forwardNs: { zh: '前向（纳秒/输出）', en: 'forward, ns per output' },
      backwardNs: { zh: '反向（纳秒/输出）', en: 'backward, ns per output' },
      productNs: { zh: '矩阵乘法（纳秒/输出）', en: 'matrix products, ns per output' },
      recomputedOverCached: { zh: '不用缓存的反向是几倍', en: 'backward without the kept output, times' },
      derivativeError: { zh: '两种求导的最大差', en: 'largest difference of the two derivatives' },
    },
    prediction: {
      prompt: {
        zh: '一个全连接层，前向加反向。时间有多少花在激活函数上？',
        en: 'A fully connected layer, forward and backward. How much of the time goes into its activation?',
      },
      options: [
        {
          id: 'most',
          text: { zh: '一半以上：指数和除法很贵', en: 'more than half: exponentials and divisions' },
        },
        { id: 'some', text: { zh: '10% 到一半', en: 'between a tenth and half' } },
        { id: 'little', text: { zh: '不到 10%', en: 'less than a tenth' } },
      ],
      right: ({ measures: { layerShare } }) => {
        if (layerShare > 0.5) return 'most';
        return layerShare >= 0.1 ? 'some' : 'little';
      },
    },
    expect: () => [],
    notice: noticeCost,
    tryNext: nextCosts,
    backend: 'plain',
    timeLimitMs: 15_000,
  },
  async () => {
    const [{ runActivationCost }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runActivationCost, chart: describeChart };
  },
);
