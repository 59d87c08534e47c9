import { defineExperiment } from '../experiment.ts';
import { expectClipping } from './expect.ts';
import { nextClippings, noticeClipping } from './notice.ts';
import { lostAbove, minimum, settings, systems } from './settings.ts';

/** E08: what clipping does against exploding gradients, and what it does not. */
export const gradientClipping = defineExperiment(
  {
    id: 'gradient-clipping',
    version: 2,
    title: { zh: '梯度裁剪', en: 'Gradient clipping' },
    claim: {
      zh: '把超过阈值的梯度裁小，梯度爆炸和消失的问题就解决了。',
      en: 'Cutting gradients down to a threshold solves exploding and vanishing gradients.',
    },
    systems,
    parameters: settings,
    questions: ['rnn-exploding-vanishing', 'vanishing-exploding-gradients', 'lstm-over-rnn'],
    measures: {
      largestLoss: { zh: '裁剪时的最大损失', en: 'largest loss, clipped' },
      unclippedLoss: {
        zh: '不裁剪时的最大损失（10³⁸ 表示溢出）',
        en: 'largest loss, not clipped (10³⁸: overflow)',
      },
      finalLoss: { zh: '裁剪时的最终损失', en: 'final loss, clipped' },
      largestGradient: { zh: '裁剪前的最大梯度范数', en: 'largest gradient norm before clipping' },
      normCosine: { zh: '按范数裁剪前后的余弦', en: 'cosine of clipping by norm' },
      valueCosine: { zh: '逐元素裁剪前后的余弦，最低', en: 'lowest cosine of clipping every entry' },
      cliffWeight: { zh: '悬崖上停下的 w', en: 'w at the foot of the cliff' },
    },
    prediction: {
      prompt: {
        zh: '同一个起点，同样的学习率，一个裁剪梯度，一个不裁剪。谁到得了终点？',
        en: 'From one start, at one learning rate, one descent clips its gradient and one does not. Who gets there?',
      },
      options: [
        {
          id: 'only-clipped',
          text: { zh: '只有裁剪的到得了，另一个爆炸', en: 'only the clipped one; the other explodes' },
        },
        { id: 'both', text: { zh: '都到得了，裁剪的稳一些', en: 'both, the clipped one more steadily' } },
        {
          id: 'saved-not-taught',
          text: { zh: '裁剪的不爆炸，但也学不会', en: 'the clipped one survives, but does not learn' },
        },
        {
          id: 'neither',
          text: { zh: '都到不了，裁剪没有区别', en: 'neither; clipping makes no difference' },
        },
      ],
      right: ({ parameters: { picture }, measures: { unclippedLoss, finalLoss, cliffWeight } }) => {
        // Off the cliff an unclipped descent is lost whatever the seed.
        const explodes = picture === 'cliff' || unclippedLoss > lostAbove;
        const arrives = picture === 'cliff' ? Math.abs(cliffWeight - minimum) < 0.01 : finalLoss < 0.5;
        if (arrives) return explodes ? 'only-clipped' : 'both';
        return explodes ? 'saved-not-taught' : 'neither';
      },
    },
    expect: expectClipping,
    notice: noticeClipping,
    tryNext: nextClippings,
    backend: 'plain',
    timeLimitMs: 20_000,
  },
  async () => {
    const [{ runClipping }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runClipping, chart: describeChart };
  },
);
