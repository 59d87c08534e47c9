import { defineExperiment } from '../experiment.ts';
import { expectShape } from './expect.ts';
import { nextShapes, noticeShape } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E02: what a nonlinearity does to a gradient that passes it. */
export const activationShape = defineExperiment(
  {
    id: 'activation-shape',
    version: 1,
    title: { zh: '激活函数的形状', en: 'The shape of activations' },
    claim: {
      zh: 'Sigmoid 的梯度消失，只是因为单元饱和。',
      en: 'Gradients vanish in sigmoid nets only because units saturate.',
    },
    systems,
    parameters: settings,
    questions: ['relu-over-sigmoid-tanh', 'why-nonlinear-activation'],
    measures: {
      maxSlope: { zh: '最大斜率', en: 'greatest slope' },
      flatShare: { zh: '斜率小于 0.01 的区间占比', en: 'share of [−10, 10] with a slope below 0.01' },
      slopeAtTen: { zh: '10 处的斜率', en: 'slope at 10' },
      slopeAtMinusTen: { zh: '−10 处的斜率', en: 'slope at −10' },
      zeroShare: { zh: '随机一层输出恰为 0 的比例', en: 'exact zeros among the outputs of a random layer' },
    },
    prediction: {
      prompt: {
        zh: '梯度穿过这个函数时，最多乘以多少？',
        en: 'What is the most a gradient is multiplied with when it passes this function?',
      },
      options: [
        { id: 'quarter', text: { zh: '0.25', en: '0.25' } },
        { id: 'one', text: { zh: '1', en: '1' } },
        { id: 'more', text: { zh: '比 1 大', en: 'more than 1' } },
      ],
      right: ({ measures: { maxSlope } }) => {
        if (maxSlope < 0.5) return 'quarter';
        return maxSlope <= 1.001 ? 'one' : 'more';
      },
    },
    expect: expectShape,
    notice: noticeShape,
    tryNext: nextShapes,
    backend: 'wasm',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runActivationShape }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runActivationShape, chart: describeChart };
  },
);
