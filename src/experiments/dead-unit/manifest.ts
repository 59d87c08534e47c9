import { defineExperiment } from '../experiment.ts';
import { expectUnits } from './expect.ts';
import { nextUnits, noticeUnits } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E03: whether a layer that one bad step pushed below 0 comes back. */
export const deadUnit = defineExperiment(
  {
    id: 'dead-unit',
    version: 1,
    title: { zh: '死亡的神经元', en: 'Dead units' },
    claim: {
      zh: 'ReLU 没有饱和的问题，梯度不会变得很小。',
      en: 'ReLU has no saturation, so its gradient never gets small.',
    },
    systems,
    parameters: settings,
    questions: ['relu-over-sigmoid-tanh', 'history-of-neural-networks'],
    measures: {
      largestGradient: { zh: '隐藏层权重的最大梯度', en: 'largest gradient of a hidden weight' },
      remainingError: { zh: '剩下的误差（MSE / 方差）', en: 'error left (MSE / variance)' },
      silentShare: { zh: '对所有输入都为负的单元', en: 'units negative for every input' },
    },
    prediction: {
      prompt: {
        zh: '一步走得太大，所有隐藏单元对每个输入都成了负的。再训练几百步，会怎样？',
        en: 'One step too large has made every hidden unit negative for every input. What will a few hundred more steps do?',
      },
      options: [
        {
          id: 'stuck',
          text: {
            zh: '隐藏层再也不动：梯度恰好为 0',
            en: 'the layer never moves again: its gradient is exactly 0',
          },
        },
        {
          id: 'partly',
          text: {
            zh: '学得动一点，但一半以上的误差还在',
            en: 'it learns a little, but most of the error stays',
          },
        },
        {
          id: 'recovers',
          text: { zh: '恢复过来，误差不到一半', en: 'it recovers, less than half of the error is left' },
        },
      ],
      right: ({ measures: { largestGradient, remainingError } }) => {
        if (largestGradient === 0) return 'stuck';
        return remainingError > 0.5 ? 'partly' : 'recovers';
      },
    },
    expect: expectUnits,
    notice: noticeUnits,
    tryNext: nextUnits,
    backend: 'wasm',
    timeLimitMs: 20_000,
  },
  async () => {
    const [{ runDeadUnit }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runDeadUnit, chart: describeChart };
  },
);
