import { defineExperiment } from '../experiment.ts';
import { nextAttention, noticeAttention } from './notice.ts';
import { expectAttention, settings, systems } from './settings.ts';

/** E26: how far back attention reaches, and why its scores are divided by √d. */
export const attention = defineExperiment(
  {
    id: 'attention',
    version: 1,
    title: { zh: '注意力看得多远', en: 'How far back attention reaches' },
    claim: {
      zh: '处理语言用循环网络就够了；注意力只是近来在机器翻译里加的一点改进。',
      en: 'Recurrent networks do for language; attention is a recent extra from machine translation.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods', 'cnn-beyond-images', 'lstm-over-rnn'],
    measures: {
      firstToMedian: {
        zh: '注意力：第一个词元与中位词元的梯度之比（离 1 最远的长度）',
        en: 'attention: gradient at the first token over the median token’s (length where furthest from 1)',
      },
      attentionKept: {
        zh: '注意力：给第一个词元留下的梯度',
        en: 'attention: gradient left for the first token',
      },
      unscaledKept: {
        zh: '不除以 √d：给第一个词元留下的梯度',
        en: 'without ÷√d: gradient left for the first token',
      },
      recurrentKept: {
        zh: 'tanh RNN：给第一个词元留下的梯度',
        en: 'tanh RNN: gradient left for the first token',
      },
      varianceRatio: { zh: 'q·k 的方差除以 d', en: 'variance of q·k over d' },
      entropyScaled: { zh: '除以 √d：softmax 的熵（奈特）', en: 'with ÷√d: entropy of the softmax (nats)' },
      entropyUnscaled: {
        zh: '不除以 √d：softmax 的熵（奈特）',
        en: 'without ÷√d: entropy of the softmax (nats)',
      },
      jacobianScaled: { zh: '除以 √d：softmax 雅可比的迹', en: 'with ÷√d: trace of the softmax’s Jacobian' },
      jacobianUnscaled: {
        zh: '不除以 √d：softmax 雅可比的迹',
        en: 'without ÷√d: trace of the softmax’s Jacobian',
      },
    },
    prediction: {
      prompt: {
        zh: '注意力（除以 √d）读一段长序列。最远的第一个词元得到的梯度，和其他词元比怎么样？',
        en: 'Attention (with ÷√d) reads a long sequence. How does the gradient at the first, farthest token compare with the other tokens’?',
      },
      options: [
        {
          id: 'vanishes',
          text: { zh: '随距离消失，比别人小得多', en: 'it vanishes with distance: far smaller' },
        },
        { id: 'equal', text: { zh: '差不多一样大', en: 'about the same' } },
        {
          id: 'larger',
          text: { zh: '大得多，第一个词元最重要', en: 'far larger: the first token matters most' },
        },
      ],
      right: ({ measures: { firstToMedian } }) => {
        if (firstToMedian < 0.3) return 'vanishes';
        return firstToMedian <= 3 ? 'equal' : 'larger';
      },
    },
    expect: expectAttention,
    notice: noticeAttention,
    tryNext: nextAttention,
    backend: 'wasm',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runAttention }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runAttention, chart: describeChart };
  },
);
