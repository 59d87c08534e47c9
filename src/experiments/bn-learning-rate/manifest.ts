import { defineExperiment } from '../experiment.ts';
import { expectNormalised } from './expect.ts';
import { nextNormalised, noticeNormalised } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E05: which learning rates a deep network bears with batch normalisation, and why scaled weights do not matter to it. */
export const bnLearningRate = defineExperiment(
  {
    id: 'bn-learning-rate',
    version: 2,
    title: { zh: '批归一化与学习率', en: 'Batch normalisation and the learning rate' },
    claim: {
      zh: '批归一化有用，是因为它让每一层输入的分布都相同。',
      en: 'Batch normalisation works because it gives every layer inputs of the same distribution.',
    },
    systems,
    parameters: settings,
    questions: ['batch-normalization', 'hyperparameter-tuning', 'vanishing-exploding-gradients'],
    measures: {
      normalisedAtOne: { zh: '学习率 1，有 BN 的损失', en: 'loss with BN at learning rate 1' },
      plainAtOne: {
        zh: '学习率 1，无 BN 的损失（100 表示发散）',
        en: 'loss without BN at learning rate 1 (100: diverged)',
      },
      normalisedBest: { zh: '有 BN 的最低损失', en: 'lowest loss with BN' },
      plainBest: { zh: '无 BN 的最低损失', en: 'lowest loss without BN' },
      outputChange: {
        zh: '权重缩放后输出的相对变化',
        en: 'relative change of the output under scaled weights',
      },
      gradientError: { zh: '梯度偏离 1/a 的相对误差', en: 'relative error of the gradient against 1/a' },
      batchMean: { zh: 'BN 后的批均值', en: 'batch mean after BN' },
      batchVariance: { zh: 'BN 后的批方差', en: 'batch variance after BN' },
    },
    prediction: {
      prompt: {
        zh: '同一个 8 层网络，一个加 BN，一个不加，学习率都开到 1。谁学得动？',
        en: 'One network of 8 layers, with BN and without, both at learning rate 1. Who learns?',
      },
      options: [
        { id: 'only-bn', text: { zh: '只有加 BN 的学得动', en: 'only the one with BN' } },
        { id: 'both', text: { zh: '都学得动，BN 快一些', en: 'both, the one with BN faster' } },
        { id: 'only-plain', text: { zh: '只有不加 BN 的学得动', en: 'only the one without' } },
        { id: 'neither', text: { zh: '都不行，学习率太大', en: 'neither, the rate is too high' } },
      ],
      right: ({ measures: { normalisedAtOne, plainAtOne } }) => {
        const [withBn, without] = [normalisedAtOne < 0.9, plainAtOne < 0.9];
        if (withBn) return without ? 'both' : 'only-bn';
        return without ? 'only-plain' : 'neither';
      },
    },
    expect: expectNormalised,
    notice: noticeNormalised,
    tryNext: nextNormalised,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runLearningRate }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runLearningRate, chart: describeChart };
  },
);
