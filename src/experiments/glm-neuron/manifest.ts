import { defineExperiment } from '../experiment.ts';
import { expectGlm } from './expect.ts';
import { nextGlms, noticeGlm } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E14: a neuron trained by Adam beside the generalised linear model it is. */
export const glmNeuron = defineExperiment(
  {
    id: 'glm-neuron',
    version: 1,
    title: { zh: '神经元就是广义线性模型', en: 'A neuron is a GLM' },
    claim: {
      zh: '激活函数就是广义线性模型的连接函数。',
      en: 'The activation function is the link function of a generalised linear model.',
    },
    systems,
    parameters: settings,
    questions: ['glm-in-deep-learning'],
    measures: {
      coefficientGap: { zh: '与 IRLS 系数的最大差距', en: 'largest distance from the IRLS coefficients' },
      irlsIterations: { zh: 'IRLS 的迭代次数', en: 'iterations of IRLS' },
      gradientGap: {
        zh: '自动微分与 (μ − y)·x 的均值之差',
        en: 'automatic gradient minus the mean of (μ − y)·x',
      },
      crossEntropyGradient: { zh: 'z = −10 处交叉熵的梯度', en: 'gradient of cross-entropy at z = −10' },
      squaredErrorGradient: { zh: 'z = −10 处平方误差的梯度', en: 'gradient of squared error at z = −10' },
    },
    prediction: {
      prompt: {
        zh: '同一份数据，一个神经元用 Adam 训练，一个广义线性模型用 IRLS 拟合。两边的系数会差多少？',
        en: 'On the same data a neuron is trained by Adam and a generalised linear model fitted by IRLS. How far apart are the coefficients?',
      },
      options: [
        { id: 'same', text: { zh: '一样，只差舍入误差', en: 'the same, up to rounding' } },
        { id: 'close', text: { zh: '接近，但看得出差别', en: 'close, but visibly different' } },
        {
          id: 'different',
          text: { zh: '差得远：Adam 停在别的地方', en: 'far apart: Adam ends somewhere else' },
        },
      ],
      right: ({ measures: { coefficientGap } }) => {
        if (coefficientGap < 1e-5) return 'same';
        return coefficientGap < 0.1 ? 'close' : 'different';
      },
    },
    expect: expectGlm,
    notice: noticeGlm,
    tryNext: nextGlms,
    backend: 'wasm',
    timeLimitMs: 20_000,
  },
  async () => {
    const [{ runGlmNeuron }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runGlmNeuron, chart: describeChart };
  },
);
