import { defineExperiment } from '../experiment.ts';
import { expectCounts } from './expect.ts';
import { nextNetworks, noticeCounts } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E22: parameters and multiply-adds of published networks, counted from their layers. */
export const cnnArithmetic = defineExperiment(
  {
    id: 'cnn-arithmetic',
    version: 1,
    title: { zh: '卷积网络的算术', en: 'The arithmetic of convolutional networks' },
    claim: {
      zh: '卷积层做了大部分计算，所以参数也大多在卷积层。',
      en: 'Convolutions do most of the work, so they have most of the parameters, too.',
    },
    systems,
    parameters: settings,
    questions: ['cnn-models', 'cnn-kernel-depth', 'what-is-convolution'],
    measures: {
      parameters: { zh: '参数量', en: 'parameters' },
      multiplyAdds: { zh: '乘加次数', en: 'multiply-adds' },
      connections: { zh: '连接数', en: 'connections' },
      denseShare: { zh: '全连接层的参数占比', en: 'share of the parameters in dense layers' },
    },
    prediction: {
      prompt: {
        zh: '这个网络的参数有多少在全连接层？',
        en: 'How many of its parameters are in fully connected layers?',
      },
      options: [
        { id: 'few', text: { zh: '不到五分之一', en: 'less than a fifth' } },
        { id: 'some', text: { zh: '五分之一到五分之四', en: 'between a fifth and four fifths' } },
        { id: 'most', text: { zh: '五分之四以上', en: 'more than four fifths' } },
      ],
      right: ({ measures: { denseShare } }) => {
        if (denseShare < 0.2) return 'few';
        return denseShare <= 0.8 ? 'some' : 'most';
      },
    },
    expect: expectCounts,
    notice: noticeCounts,
    tryNext: nextNetworks,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runCnnArithmetic }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runCnnArithmetic, chart: describeChart };
  },
);
