import { defineExperiment } from '../experiment.ts';
import { expectEnergy } from './expect.ts';
import { nextModels, noticeEnergy } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E19: Boltzmann machines, alone and stacked, small enough to be judged exactly. */
export const energyModels = defineExperiment(
  {
    id: 'energy-models',
    version: 1,
    title: { zh: '能量模型：RBM、DBN、DBM', en: 'Energy models: RBM, DBN, DBM' },
    claim: {
      zh: '重构误差一直在降，说明 RBM 正朝着更高的似然走。',
      en: 'As long as its reconstruction error falls, an RBM is on its way to a higher likelihood.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods'],
    measures: {
      startNll: { zh: '训练前的负对数似然（nats）', en: 'negative log-likelihood before, in nats' },
      endNll: { zh: '训练后的负对数似然（nats）', en: 'negative log-likelihood after, in nats' },
      gained: { zh: '提高的对数似然（nats）', en: 'log-likelihood gained, in nats' },
      startCosine: { zh: '与精确梯度的余弦，开始时', en: 'cosine with the exact gradient, at the start' },
      endCosine: { zh: '与精确梯度的余弦，结束时', en: 'cosine with the exact gradient, at the end' },
      flipped: { zh: '重构错误的像素占比', en: 'share of pixels reconstructed wrongly' },
      boundGap: { zh: '似然与变分界的最小差（nats）', en: 'smallest gap between likelihood and bound' },
      tiedGap: {
        zh: '叠上自身转置后似然的变化',
        en: 'change of likelihood when stacked with itself turned over',
      },
    },
    prediction: {
      prompt: {
        zh: '能量模型都用近似梯度训练（对比散度、平均场）。训练到最后，重构已经很好，更新方向与精确的似然梯度还有多一致？',
        en: 'Energy models follow an approximate gradient (contrastive divergence, mean field). At the end, with reconstructions good, how well does it agree with the exact gradient of the likelihood?',
      },
      options: [
        {
          id: 'agrees',
          text: { zh: '几乎一致：重构越好，方向越准（余弦 > 0.9）', en: 'nearly the same: cosine above 0.9' },
        },
        { id: 'partly', text: { zh: '大致一致（0.6 到 0.9）', en: 'roughly: 0.6 to 0.9' } },
        { id: 'barely', text: { zh: '几乎没有关系（低于 0.6）', en: 'hardly any more: below 0.6' } },
      ],
      right: ({ measures: { endCosine } }) => {
        if (endCosine > 0.9) return 'agrees';
        return endCosine >= 0.6 ? 'partly' : 'barely';
      },
    },
    expect: expectEnergy,
    notice: noticeEnergy,
    tryNext: nextModels,
    backend: 'plain',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runEnergyModels }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runEnergyModels, chart: describeChart };
  },
);
