import { defineExperiment } from '../experiment.ts';
import { nextSmallData, noticeSmallData } from './notice.ts';
import { expectSmallData, type SmallDataResult, settings, systems } from './settings.ts';

/** E13: how many samples a network needs before it is worth having. */
export const smallData = defineExperiment(
  {
    id: 'small-data',
    version: 1,
    title: { zh: '数据多少才够', en: 'How much data is enough' },
    claim: {
      zh: '数据集太小时，深度学习相对其他方法没有明显优势。',
      en: 'On too small a data set deep learning has no clear advantage over other methods.',
    },
    systems,
    parameters: settings,
    questions: ['data-unsuited-to-deep-learning'],
    measures: {
      logistic20: { zh: '20 个样本：逻辑回归', en: '20 samples: logistic regression' },
      mlp20: { zh: '20 个样本：MLP', en: '20 samples: MLP' },
      lead20: { zh: '20 个样本：MLP 领先', en: '20 samples: lead of the MLP' },
      logistic1000: { zh: '1000 个样本：逻辑回归', en: '1,000 samples: logistic regression' },
      mlp1000: { zh: '1000 个样本：MLP', en: '1,000 samples: MLP' },
      lead1000: { zh: '1000 个样本：MLP 领先', en: '1,000 samples: lead of the MLP' },
      largestLead: { zh: 'MLP 最大的领先', en: 'largest lead of the MLP' },
    },
    prediction: {
      prompt: {
        zh: '20 个特征，标签按所选规律来（默认看前两个特征的乘积是正是负）。从零训练，MLP 在什么时候比逻辑回归高 10 个百分点以上？',
        en: 'Samples of 20 features, labelled by the truth chosen (by default the sign of the product of two features). Trained from scratch, when is an MLP more than 10 points above logistic regression?',
      },
      options: [
        { id: 'both', text: { zh: '20 个和 1000 个样本时都是', en: 'with 20 samples and with 1,000' } },
        { id: 'few', text: { zh: '只在 20 个样本时', en: 'only with 20 samples' } },
        { id: 'many', text: { zh: '只在 1000 个样本时', en: 'only with 1,000 samples' } },
        { id: 'never', text: { zh: '两种都不是', en: 'with neither' } },
      ],
      right: rightOption,
    },
    expect: expectSmallData,
    notice: noticeSmallData,
    tryNext: nextSmallData,
    backend: 'wasm',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runSmallData }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runSmallData, chart: describeChart };
  },
);

function rightOption({ measures: { lead20, lead1000 } }: SmallDataResult): string {
  const [few, many] = [lead20 > 0.1, lead1000 > 0.1];
  if (many) return few ? 'both' : 'many';
  return few ? 'few' : 'never';
}
