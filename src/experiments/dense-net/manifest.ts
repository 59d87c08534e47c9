import { defineExperiment } from '../experiment.ts';
import { nextDense, noticeDense } from './notice.ts';
import { expectDense, settings, systems } from './settings.ts';

/** E29: what concatenation does for the gradient. */
export const denseNet = defineExperiment(
  {
    id: 'dense-net',
    version: 1,
    title: { zh: 'DenseNet：拼接也能保住梯度', en: 'DenseNet: concatenation carries gradients too' },
    claim: {
      zh: '要让很深的网络保住梯度，只能靠残差那样的相加；DenseNet 的拼接只是为了复用特征。',
      en: 'Only additions as in residual nets carry a gradient through great depth; DenseNet’s concatenation merely reuses features.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods', 'cnn-models'],
    measures: {
      ratio: {
        zh: 'DenseNet：第 1 层与最后一层的梯度之比',
        en: 'DenseNet: gradient at layer 1 over the last layer’s',
      },
      plainRatio: { zh: '普通网络：同一个比值', en: 'plain net: the same ratio' },
    },
    prediction: {
      prompt: {
        zh: 'DenseNet 各层只拼接、不相加。梯度从最后一层回传到第 1 层，会变成多少？',
        en: 'A DenseNet concatenates and never adds. From its last layer back to the first, what becomes of the gradient?',
      },
      options: [
        {
          id: 'vanishes',
          text: { zh: '没有相加，剩不到十分之一', en: 'nothing is added, so less than a tenth is left' },
        },
        { id: 'survives', text: { zh: '量级不变，相差不到 30 倍', en: 'it stays within a factor of 30' } },
        {
          id: 'explodes',
          text: {
            zh: '像带 BN 的普通网络一样，放大 30 倍以上',
            en: 'it grows more than 30-fold, as in a plain BN net',
          },
        },
      ],
      right: ({ measures: { ratio } }) => {
        if (ratio < 0.1) return 'vanishes';
        return ratio <= 30 ? 'survives' : 'explodes';
      },
    },
    expect: expectDense,
    notice: noticeDense,
    tryNext: nextDense,
    backend: 'wasm',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runDenseNet }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runDenseNet, chart: describeChart };
  },
);
