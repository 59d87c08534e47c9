import { defineExperiment } from '../experiment.ts';
import { expectFactorise } from './expect.ts';
import { nextFactorisations, noticeFactorise } from './notice.ts';
import { kernelSide, settings, systems } from './settings.ts';

/** E23: what a large convolution built from small ones sees, costs and can still express. */
export const convFactorise = defineExperiment(
  {
    id: 'conv-factorise',
    version: 1,
    title: { zh: '把大卷积拆小', en: 'Large convolutions from small ones' },
    claim: {
      zh: '把大卷积核拆成几个小核，算的是同一个东西，只是更快。',
      en: 'Split into small kernels, a large convolution computes the same thing, only faster.',
    },
    systems,
    parameters: settings,
    questions: ['cnn-models', 'what-is-convolution', 'cnn-kernel-depth'],
    measures: {
      receptiveField: { zh: '感受野边长（按梯度测得）', en: 'side of the receptive field, by its gradient' },
      saved: { zh: '省下的开销占比', en: 'share of the cost saved' },
      kept: { zh: '随机核保住的能量占比', en: 'share of a random kernel’s energy kept' },
      identityError: { zh: '核可分解时的相对误差', en: 'relative error where the kernel does factorise' },
    },
    prediction: {
      prompt: {
        zh: '几个小卷积接替一个大卷积，看到同样的像素。要付出什么？',
        en: 'Small convolutions take the place of a large one and see the same pixels. What is the price?',
      },
      options: [
        { id: 'nothing', text: { zh: '没有代价：算的完全一样', en: 'none: they compute exactly the same' } },
        {
          id: 'expression',
          text: { zh: '只能表达一部分大核', en: 'they can express only some large kernels' },
        },
        { id: 'view', text: { zh: '实际看到的像素变少', en: 'they see fewer pixels after all' } },
        { id: 'cost', text: { zh: '其实并不省计算', en: 'nothing is saved in truth' } },
      ],
      right: ({ parameters, measures }) => {
        if (measures.receptiveField < kernelSide(parameters)) return 'view';
        if (measures.saved <= 0) return 'cost';
        return measures.kept > 0.999 ? 'nothing' : 'expression';
      },
    },
    expect: expectFactorise,
    notice: noticeFactorise,
    tryNext: nextFactorisations,
    backend: 'plain',
    timeLimitMs: 10_000,
  },
  async () => {
    const [{ runConvFactorise }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runConvFactorise, chart: describeChart };
  },
);
