import { defineExperiment } from '../experiment.ts';
import { expectPower } from './expect.ts';
import { nextPowers, noticePower } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E10: what the product of many factors near one comes to. */
export const chainPower = defineExperiment(
  {
    id: 'chain-power',
    version: 1,
    title: { zh: '连乘的力量', en: 'The power of a product' },
    claim: {
      zh: '只要每层的因子小于 1，哪怕是 0.99，梯度就会消失。',
      en: 'As long as every factor is below 1, even 0.99, the gradient vanishes.',
    },
    systems,
    parameters: settings,
    questions: ['vanishing-exploding-gradients'],
    measures: { product: { zh: '乘积', en: 'product' } },
    prediction: {
      prompt: {
        zh: '这么多因子乘起来，梯度会变成原来的多少？',
        en: 'With all these factors multiplied up, what becomes of the gradient?',
      },
      options: [
        { id: 'gone', text: { zh: '不到千分之一', en: 'less than a thousandth is left' } },
        { id: 'shrunk', text: { zh: '千分之一到十分之一', en: 'between a thousandth and a tenth is left' } },
        { id: 'same', text: { zh: '量级不变（相差不到 10 倍）', en: 'it stays within a factor of 10' } },
        { id: 'grown', text: { zh: '放大 10 倍以上', en: 'it grows more than tenfold' } },
      ],
      right: ({ measures: { product } }) => {
        if (product < 1e-3) return 'gone';
        if (product < 0.1) return 'shrunk';
        return product <= 10 ? 'same' : 'grown';
      },
    },
    expect: expectPower,
    notice: noticePower,
    tryNext: nextPowers,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runChainPower }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runChainPower, chart: describeChart };
  },
);
