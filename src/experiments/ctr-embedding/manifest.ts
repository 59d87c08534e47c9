import { defineExperiment } from '../experiment.ts';
import { nextClicks, noticeClicks } from './notice.ts';
import { expectClicks, settings, smallestGain, systems } from './settings.ts';

/** E20: what embeddings do for click prediction, the table where deep learning is at home. */
export const ctrEmbedding = defineExperiment(
  {
    id: 'ctr-embedding',
    version: 2,
    title: { zh: '嵌入与点击率预估', en: 'Embeddings for click prediction' },
    claim: {
      zh: '表格数据没有局部相关性，不适合深度学习；离散特征做 one-hot，用逻辑回归就够了。',
      en: 'Tables have no local correlation and do not suit deep learning: one-hot ids and logistic regression are enough.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods', 'data-unsuited-to-deep-learning'],
    measures: {
      logistic: { zh: 'one-hot 逻辑回归的 AUC', en: 'AUC of one-hot logistic regression' },
      factorised: { zh: '嵌入内积（FM）的 AUC', en: 'AUC of the product of embeddings (FM)' },
      deep: { zh: '嵌入 + MLP 的 AUC', en: 'AUC of embeddings and MLP' },
      gain: { zh: '嵌入带来的 AUC 提升', en: 'AUC gained by embeddings' },
      best: { zh: 'AUC 上限', en: 'best possible AUC' },
      lookupDifference: {
        zh: '查表与 one-hot × 矩阵的最大差',
        en: 'largest difference of look-up and one-hot × matrix',
      },
      strayRows: { zh: '没出现却被更新的行', en: 'rows moved although absent from the batch' },
    },
    prediction: {
      prompt: {
        zh: '60 个人、40 个广告，只有编号，没有别的特征。把 one-hot 逻辑回归换成嵌入，新样本上的 AUC 会怎样？',
        en: '60 people, 40 ads, nothing known but their ids. Embeddings take the place of one-hot logistic regression. What becomes of the AUC on new rows?',
      },
      options: [
        {
          id: 'lower',
          text: { zh: '下降：表格不适合深度学习', en: 'it falls: tables do not suit deep learning' },
        },
        {
          id: 'same',
          text: {
            zh: '差不多：编号里的信息是一样的',
            en: 'about the same: the ids hold the same information',
          },
        },
        {
          id: 'higher',
          text: { zh: `提高 ${smallestGain} 以上`, en: `it rises by more than ${smallestGain}` },
        },
      ],
      right: ({ measures: { gain } }) => {
        if (gain < -smallestGain) return 'lower';
        return gain <= smallestGain ? 'same' : 'higher';
      },
    },
    expect: expectClicks,
    notice: noticeClicks,
    tryNext: nextClicks,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runCtrEmbedding }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runCtrEmbedding, chart: describeChart };
  },
);
