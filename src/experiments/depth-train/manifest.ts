import { defineExperiment } from '../experiment.ts';
import { expectLosses } from './expect.ts';
import { nextTrainings, noticeTraining } from './notice.ts';
import { isStuck, settings, systems } from './settings.ts';

/** E06: which deep networks can be trained, and whether the others fail by vanishing gradients. */
export const depthTrain = defineExperiment(
  {
    id: 'depth-train',
    version: 2,
    title: { zh: '训练深层网络', en: 'Training deep networks' },
    claim: {
      zh: 'ResNet 解决的是梯度消失：梯度不消失，网络再深也学得动。',
      en: 'ResNet is a cure for vanishing gradients: where none vanish, any depth can be trained.',
    },
    systems,
    parameters: settings,
    questions: [
      'history-of-neural-networks',
      'vanishing-exploding-gradients',
      'common-deep-learning-methods',
      'batch-normalization',
    ],
    measures: {
      finalLoss: { zh: '最终训练损失', en: 'final training loss' },
      otherLoss: { zh: '作为对照的网络的损失', en: 'loss of the network beside it' },
      gradientRatio: {
        zh: '训练前首尾层梯度之比',
        en: 'gradient at the first layer over the last’s, before training',
      },
      otherGradientRatio: { zh: '对照网络的首尾层梯度之比', en: 'the same ratio of the network beside it' },
    },
    prediction: {
      prompt: {
        zh: '这个深层网络在三类数据上训练。瞎猜的损失是 1.1，它最后能降到多少？',
        en: 'This deep network is trained on points of three classes. Guessing costs 1.1; how far down does its loss get?',
      },
      options: [
        { id: 'learns', text: { zh: '接近 0（0.05 以下）', en: 'close to 0 (below 0.05)' } },
        { id: 'partly', text: { zh: '降下来一些，但停在 0.05 以上', en: 'down, but not below 0.05' } },
        { id: 'stuck', text: { zh: '几乎不降，和瞎猜差不多', en: 'hardly at all, like guessing' } },
      ],
      right: ({ measures: { finalLoss } }) => {
        if (isStuck(finalLoss)) return 'stuck';
        return finalLoss < 0.05 ? 'learns' : 'partly';
      },
    },
    expect: expectLosses,
    notice: noticeTraining,
    tryNext: nextTrainings,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runDepthTrain }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runDepthTrain, chart: describeChart };
  },
);
