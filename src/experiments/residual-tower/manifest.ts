import { defineExperiment } from '../experiment.ts';
import { nextTowers, noticeTower } from './notice.ts';
import { expectTower, settings, systems } from './settings.ts';

/** E25: what shortcuts do for the gradient in the tower of AlphaGo Zero and AlphaZero. */
export const residualTower = defineExperiment(
  {
    id: 'residual-tower',
    version: 1,
    title: { zh: 'AlphaZero 的残差塔', en: 'AlphaZero’s residual tower' },
    claim: {
      zh: 'ResNet 引入了 highway 那样带门的捷径，靠学会开门才能做得很深。',
      en: 'ResNet introduced gated shortcuts as in highway networks and goes deep by learning to open the gates.',
    },
    systems,
    parameters: settings,
    questions: ['common-deep-learning-methods', 'cnn-models', 'cnn-beyond-images'],
    measures: {
      residual: {
        zh: '有捷径：第 1 块与最后一块的梯度之比',
        en: 'with shortcuts: gradient at block 1 over the last block’s',
      },
      plain: { zh: '没有捷径：同一个比值', en: 'without shortcuts: the same ratio' },
      extraWeights: { zh: '捷径多用的参数', en: 'weights the shortcuts add' },
    },
    prediction: {
      prompt: {
        zh: '一座由残差块搭成的塔，带 BN，还没开始训练。梯度从最后一块回传到第 1 块，会变成多少？',
        en: 'A tower of residual blocks with BN, not trained at all. From the last block back to the first, what becomes of the gradient?',
      },
      options: [
        {
          id: 'vanishes',
          text: {
            zh: '门还没学会打开，几乎消失',
            en: 'the gates have not learned to open: it nearly vanishes',
          },
        },
        { id: 'survives', text: { zh: '量级不变，相差不到 30 倍', en: 'it stays within a factor of 30' } },
        { id: 'explodes', text: { zh: '放大 30 倍以上', en: 'it grows more than 30-fold' } },
      ],
      right: ({ measures: { residual } }) => {
        if (residual < 0.1) return 'vanishes';
        return residual <= 30 ? 'survives' : 'explodes';
      },
    },
    expect: expectTower,
    notice: noticeTower,
    tryNext: nextTowers,
    backend: 'wasm',
    timeLimitMs: 15_000,
  },
  async () => {
    const [{ runResidualTower }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runResidualTower, chart: describeChart };
  },
);
