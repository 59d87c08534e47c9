import { defineExperiment } from '../experiment.ts';
import { expectMoments } from './expect.ts';
import { nextMoments, noticeMoments } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E04: where the mean and the variance of activations go in a deep stack of random layers. */
export const seluFixedPoint = defineExperiment(
  {
    id: 'selu-fixed-point',
    version: 1,
    title: { zh: 'SELU 的不动点', en: 'The fixed point of SELU' },
    claim: {
      zh: 'ELU 和 SELU 让权重分布保持稳定。',
      en: 'ELU and SELU keep the distribution of the weights stable.',
    },
    systems,
    parameters: settings,
    questions: ['history-of-neural-networks'],
    measures: {
      farthestMean: { zh: '20 层后离 0 最远的均值', en: 'mean farthest from 0 after 20 layers' },
      lowestVariance: { zh: '20 层后的最小方差', en: 'lowest variance after 20 layers' },
      highestVariance: { zh: '20 层后的最大方差', en: 'highest variance after 20 layers' },
      endVariance: { zh: '标准输入在最后一层的方差', en: 'variance of standard inputs at the last layer' },
      integralMean: { zh: '一层的均值（精确积分）', en: 'mean of one layer, exact integral' },
      integralVariance: { zh: '一层的方差（精确积分）', en: 'variance of one layer, exact integral' },
    },
    prediction: {
      prompt: {
        zh: '五种输入的方差从 0.25 到 4 不等，穿过 20 个随机层之后，它们的方差会怎样？',
        en: 'Five inputs have variances from 0.25 to 4. What becomes of the variance after 20 random layers?',
      },
      options: [
        { id: 'meet', text: { zh: '都回到 1 附近', en: 'all come back to about 1' } },
        { id: 'fade', text: { zh: '都缩小到 0.1 以下', en: 'all shrink below 0.1' } },
        { id: 'apart', text: { zh: '起点不同，结果也不同', en: 'they stay as different as they began' } },
      ],
      right: ({ measures: { lowestVariance, highestVariance } }) => {
        if (highestVariance < 0.1) return 'fade';
        return highestVariance < 2 * lowestVariance ? 'meet' : 'apart';
      },
    },
    expect: expectMoments,
    notice: noticeMoments,
    tryNext: nextMoments,
    backend: 'wasm',
    timeLimitMs: 20_000,
  },
  async () => {
    const [{ runFixedPoint }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runFixedPoint, chart: describeChart };
  },
);
