import { defineExperiment, type Expected, unbounded } from '../experiment.ts';
import { nextDropouts, noticeDropout } from './notice.ts';
import { type DropoutMeasure, settings, systems, type Values } from './settings.ts';

/** E15: what kind of noise dropout is, and what it amounts to on average. */
export const dropoutNoise = defineExperiment(
  {
    id: 'dropout-noise',
    version: 1,
    title: { zh: 'Dropout 是什么噪声', en: 'What kind of noise dropout is' },
    claim: {
      zh: 'Dropout 就是在梯度流里加噪声。',
      en: 'Dropout adds noise to the gradient flow.',
    },
    systems,
    parameters: settings,
    questions: ['history-of-neural-networks', 'cnn-models'],
    measures: {
      toRidge: { zh: 'dropout：到岭回归解的距离', en: 'dropout: distance to the ridge solution' },
      toLeastSquares: { zh: 'dropout：到最小二乘解的距离', en: 'dropout: distance to least squares' },
      noisyToRidge: {
        zh: '梯度噪声：到岭回归解的距离',
        en: 'gradient noise: distance to the ridge solution',
      },
      noisyToLeastSquares: {
        zh: '梯度噪声：到最小二乘解的距离',
        en: 'gradient noise: distance to least squares',
      },
      meanShift: { zh: '均值偏移（以标准差计）', en: 'shift of the mean, in deviations' },
      varianceRatio: { zh: '方差与公式之比', en: 'variance over the formula’s' },
      gradientSnr: { zh: '梯度的信噪比', en: 'signal to noise of the gradient' },
    },
    prediction: {
      prompt: {
        zh: '线性回归，训练时对输入做 dropout，再对噪声取平均。权重最后停在哪里？',
        en: 'A linear regression is trained with dropout on its inputs, and the noise is averaged out. Where do the weights end?',
      },
      options: [
        {
          id: 'least-squares',
          text: { zh: '最小二乘解：梯度噪声平均掉了', en: 'at least squares: gradient noise averages out' },
        },
        {
          id: 'ridge',
          text: { zh: '岭回归解：相当于加了 L2 正则', en: 'at ridge: it amounts to an L2 penalty' },
        },
        { id: 'neither', text: { zh: '两个都不是', en: 'at neither of the two' } },
      ],
      right: ({ measures: { toRidge, toLeastSquares } }) => {
        if (Math.min(toRidge, toLeastSquares) > 0.1) return 'neither';
        return toRidge < toLeastSquares ? 'ridge' : 'least-squares';
      },
    },
    expect: expectDropout,
    notice: noticeDropout,
    tryNext: nextDropouts,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runDropoutNoise }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runDropoutNoise, chart: describeChart };
  },
);

function expectDropout({ rate }: Values): Expected<DropoutMeasure>[] {
  const theory = 'Wager, Wang & Liang 2013 §2: ridge with p/(1−p)·diag(X′X)';
  const solution: Expected<DropoutMeasure>[] = [
    { measure: 'toRidge', low: 0, high: 0.1, source: theory },
    { measure: 'toLeastSquares', low: 0.2, high: unbounded, source: theory },
  ];
  const unit: Expected<DropoutMeasure>[] = [
    { measure: 'varianceRatio', low: 0.9, high: 1.1, source: 'Srivastava et al. 2014 §9: p/(1−p)·Σ(aᵢwᵢ)²' },
  ];
  // Ridge is about p away from least squares: below 0.3 the two come too close to tell anything.
  return [...(rate >= 0.3 ? solution : []), ...(rate >= 0.1 ? unit : [])];
}
