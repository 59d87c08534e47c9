import { defineExperiment, unbounded } from '../experiment.ts';
import { nextPreparations, noticeStandardisation } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E28: what standardising the inputs does to gradient descent, and what it leaves alone. */
export const inputStandardisation = defineExperiment(
  {
    id: 'input-standardisation',
    version: 1,
    title: { zh: '输入标准化', en: 'Standardising the inputs' },
    claim: {
      zh: '输入标准化是为了减小样本之间的差异。',
      en: 'Inputs are standardised to reduce the differences between samples.',
    },
    systems,
    parameters: settings,
    questions: ['batch-normalization'],
    measures: {
      rawSteps: {
        zh: '原始特征：超出损失降到 1% 的步数',
        en: 'raw: steps until 1% of the excess loss is left',
      },
      preparedSteps: { zh: '预处理后：同样标准的步数', en: 'prepared: steps until 1% is left' },
      rawCondition: { zh: '原始特征的条件数', en: 'condition number, raw' },
      preparedCondition: { zh: '预处理后的条件数', en: 'condition number, prepared' },
      predictionGap: { zh: '两边最优预测的最大差', en: 'largest difference between the two best fits' },
    },
    prediction: {
      prompt: {
        zh: '线性回归的三个特征尺度悬殊。先做预处理，会改变什么？',
        en: 'The three features of a linear regression lie on very different scales. Preparing them first changes what?',
      },
      options: [
        {
          id: 'fit',
          text: { zh: '样本变得相近，最优解也变了', en: 'samples become alike, and so the best fit changes' },
        },
        {
          id: 'faster',
          text: {
            zh: '最优解不变，少走一些步（不到千倍）',
            en: 'same best fit, fewer steps, less than a thousandfold',
          },
        },
        {
          id: 'thousandfold',
          text: { zh: '最优解不变，步数少千倍以上', en: 'same best fit, over a thousand times fewer steps' },
        },
        { id: 'nothing', text: { zh: '什么都不变', en: 'nothing at all' } },
      ],
      right: ({ measures: { rawSteps, preparedSteps, predictionGap } }) => {
        if (predictionGap > 1e-6) return 'fit';
        if (rawSteps > 1000 * preparedSteps) return 'thousandfold';
        return rawSteps > 2 * preparedSteps ? 'faster' : 'nothing';
      },
    },
    expect: ({ preparation, spread }) => {
      const source = 'LeCun et al. 1998, “Efficient BackProp” §4.3 and §5.1';
      if (spread !== 10) return [];
      const raw = { measure: 'rawSteps', low: 5001, high: unbounded, source } as const;
      return preparation === 'standardise'
        ? [raw, { measure: 'preparedSteps', low: 1, high: 9, source }]
        : [raw];
    },
    notice: noticeStandardisation,
    tryNext: nextPreparations,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runInputStandardisation }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runInputStandardisation, chart: describeChart };
  },
);
