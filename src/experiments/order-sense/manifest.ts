import { defineExperiment } from '../experiment.ts';
import { nextOrders, noticeOrder } from './notice.ts';
import { expectOrder, settings, systems } from './settings.ts';

/** E21: whether a network without recurrence can know what came first. */
export const orderSense = defineExperiment(
  {
    id: 'order-sense',
    version: 1,
    title: { zh: '全连接网络看得见先后吗', en: 'Can a dense net tell what came first?' },
    claim: {
      zh: '全连接网络无法对时间上的变化建模，所以才需要循环网络。',
      en: 'A fully connected network cannot model change over time; that is why recurrent networks are needed.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods'],
    measures: {
      bag: { zh: '全连接，词袋：正确率', en: 'dense net on a bag: accuracy' },
      window: { zh: '全连接，窗口：正确率', en: 'dense net on a window: accuracy' },
      recurrent: { zh: 'RNN：正确率', en: 'RNN: accuracy' },
      windowWeights: { zh: '全连接，窗口：权重数', en: 'dense net on a window: weights' },
      recurrentWeights: { zh: 'RNN：权重数', en: 'RNN: weights' },
    },
    prediction: {
      prompt: {
        zh: '一条序列里 A 和 B 各出现一次。全连接网络一次看到整个窗口，训练后判断谁先出现，正确率是多少？',
        en: 'A and B each occur once in a sequence. A dense net sees the whole window at once. Trained, how often does it tell which came first?',
      },
      options: [
        { id: 'chance', text: { zh: '约 50%：它看不见时间', en: 'about 50%: it cannot see time' } },
        { id: 'partly', text: { zh: '60% 到 95%：能看出一点', en: '60% to 95%: it gets some of it' } },
        { id: 'solved', text: { zh: '95% 以上', en: 'more than 95%' } },
      ],
      right: ({ measures: { window } }) => {
        if (window < 0.6) return 'chance';
        return window < 0.95 ? 'partly' : 'solved';
      },
    },
    expect: expectOrder,
    notice: noticeOrder,
    tryNext: nextOrders,
    backend: 'wasm',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runOrderSense }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runOrderSense, chart: describeChart };
  },
);
