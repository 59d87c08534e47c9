import { defineExperiment } from '../experiment.ts';
import { nextCoders, noticeCoders } from './notice.ts';
import { asGood, expectCoders, settings, systems } from './settings.ts';

/** E17: what a linear autoencoder learns (Bourlard & Kamp 1988; Baldi & Hornik 1989). */
export const autoencoderPca = defineExperiment(
  {
    id: 'autoencoder-pca',
    version: 2,
    title: { zh: '自编码器与 PCA', en: 'Autoencoder and PCA' },
    claim: {
      zh: '自编码器是神经网络，压缩数据总比 PCA 强。',
      en: 'An autoencoder is a neural network and so compresses data better than PCA.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods'],
    measures: {
      pcaError: { zh: 'PCA 的误差', en: 'error of PCA' },
      linearError: { zh: '线性自编码器的误差', en: 'error of the linear autoencoder' },
      tanhError: { zh: 'tanh 自编码器的误差', en: 'error of the tanh autoencoder' },
      linearExcess: { zh: '线性自编码器高出 PCA 的比例', en: 'linear autoencoder above PCA, as a share' },
      tanhExcess: { zh: 'tanh 自编码器高出 PCA 的比例', en: 'tanh autoencoder above PCA, as a share' },
      captured: { zh: '解码子空间占 PCA 所得方差', en: 'share of PCA’s variance in its subspace' },
      overlap: { zh: '解码方向间最大的 |cos|', en: 'largest |cos| between decoder directions' },
    },
    prediction: {
      prompt: {
        zh: '没有激活函数的自编码器，和编码维数相同的 PCA 相比，训练之后谁的重构误差小？',
        en: 'An autoencoder without activation functions against PCA with a code of the same size: whose reconstruction error is smaller after training?',
      },
      options: [
        {
          id: 'autoencoder',
          text: { zh: '自编码器明显更小：权重是学出来的', en: 'the autoencoder’s, clearly: it learns' },
        },
        {
          id: 'same',
          text: { zh: `几乎一样，相差不到 ${100 * asGood}%`, en: `the same, within ${100 * asGood}%` },
        },
        { id: 'pca', text: { zh: 'PCA 明显更小', en: 'PCA’s, clearly' } },
      ],
      right: ({ measures: { linearExcess } }) => {
        if (linearExcess < -asGood) return 'autoencoder';
        return linearExcess <= asGood ? 'same' : 'pca';
      },
    },
    expect: expectCoders,
    notice: noticeCoders,
    tryNext: nextCoders,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runAutoencoderPca }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runAutoencoderPca, chart: describeChart };
  },
);
