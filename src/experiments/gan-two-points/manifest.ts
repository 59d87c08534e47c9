import { defineExperiment } from '../experiment.ts';
import { expectGan } from './expect.ts';
import { nextGan, noticeGan } from './notice.ts';
import { fateOf } from './place.ts';
import { settings, systems } from './settings.ts';

/** E16: a generator of one number against its critic, by loss (Arjovsky et al. 2017, Example 1, with two Gaussians). */
export const ganTwoPoints = defineExperiment(
  {
    id: 'gan-two-points',
    version: 1,
    title: { zh: '两堆点之间的 GAN', en: 'A GAN between two heaps of points' },
    claim: {
      zh: 'GAN 的 JS 散度让梯度消失，WGAN 裁剪梯度解决了它；判别器训练得越好，生成器学得越好。',
      en: 'JS makes the gradient of a GAN vanish, WGAN mends it by clipping gradients, and a better discriminator always helps the generator.',
    },
    systems,
    parameters: settings,
    questions: ['history-of-neural-networks', 'generative-adversarial-networks'],
    measures: {
      js: { zh: 'JS 散度', en: 'JS divergence' },
      jsSlope: { zh: 'JS 散度的斜率', en: 'slope of JS' },
      wassersteinSlope: { zh: 'W₁ 的斜率', en: 'slope of W₁' },
      jsEstimate: { zh: '判别器估计的 JS', en: 'JS by the discriminator' },
      saturatingGradient: { zh: 'minimax 损失的梯度', en: 'gradient of the minimax loss' },
      nonSaturatingGradient: { zh: '−log D 的梯度', en: 'gradient of −log D' },
      tightSlope: { zh: '斜率，裁剪到 0.01', en: 'slope, clipped at 0.01' },
      mediumSlope: { zh: '斜率，裁剪到 0.1', en: 'slope, clipped at 0.1' },
      looseSlope: { zh: '斜率，裁剪到 0.5', en: 'slope, clipped at 0.5' },
      penaltySlope: { zh: '斜率，梯度惩罚', en: 'slope, gradient penalty' },
      penaltyGap: { zh: '真假得分差，梯度惩罚', en: 'score gap, gradient penalty' },
      saturatingEnd: { zh: 'minimax 的终点', en: 'end of minimax' },
      nonSaturatingEnd: { zh: '−log D 的终点', en: 'end of −log D' },
      clippedEnd: { zh: '权重裁剪的终点', en: 'end of weight clipping' },
      penalisedNearest: { zh: 'WGAN-GP 前 40 步的最近处', en: 'nearest of WGAN-GP in 40 steps' },
    },
    prediction: {
      prompt: {
        zh: '真样本和假样本是两堆很窄的点。判别器先训练好，再让生成器按 minimax 损失 log(1−D) 走 60 步。假样本会到哪里？',
        en: 'Real and fake are two narrow heaps of points. The discriminator is trained first, then the generator takes 60 steps down the minimax loss log(1−D). Where do the fakes end?',
      },
      options: [
        {
          id: 'arrives',
          text: {
            zh: '到达真样本：判别器越好，指的路越准',
            en: 'at the real points: a good discriminator shows the way',
          },
        },
        { id: 'elsewhere', text: { zh: '走到半路，或者冲过了头', en: 'halfway, or past them' } },
        { id: 'stays', text: { zh: '几乎没动', en: 'hardly anywhere: about where they began' } },
      ],
      right: ({ parameters, measures }) => fateOf(measures.saturatingEnd, parameters.distance),
    },
    expect: expectGan,
    notice: noticeGan,
    tryNext: nextGan,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runGanTwoPoints }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runGanTwoPoints, chart: describeChart };
  },
);
