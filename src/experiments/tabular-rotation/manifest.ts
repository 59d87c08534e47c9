import { defineExperiment } from '../experiment.ts';
import { nextTables, noticeTabular } from './notice.ts';
import { expectTabular, settings, systems, type TabularResult } from './settings.ts';

/** E12: what trees know of a table and networks do not. */
export const tabularRotation = defineExperiment(
  {
    id: 'tabular-rotation',
    version: 1,
    title: { zh: '旋转一张表格', en: 'Rotating a table' },
    claim: {
      zh: '表格的列打乱顺序也不影响结果，可见它没有局部相关，所以不适合深度学习。',
      en: 'The columns of a table can be shuffled without harm, so it has no local correlation and does not suit deep learning.',
    },
    systems,
    parameters: settings,
    questions: ['data-unsuited-to-deep-learning'],
    measures: {
      stumpsRaw: { zh: '提升树桩：原样', en: 'boosted stumps: as it is' },
      stumpsRotated: { zh: '提升树桩：旋转后', en: 'boosted stumps: rotated' },
      stumpsDrop: { zh: '提升树桩：旋转的损失', en: 'boosted stumps: lost by rotation' },
      stumpsShuffleChange: { zh: '提升树桩：打乱列序的变化', en: 'boosted stumps: change by shuffling' },
      mlpRaw: { zh: 'MLP：原样', en: 'MLP: as it is' },
      mlpRotated: { zh: 'MLP：旋转后', en: 'MLP: rotated' },
      mlpChange: { zh: 'MLP：旋转的变化', en: 'MLP: change by rotation' },
      mlpShuffleChange: { zh: 'MLP：打乱列序的变化', en: 'MLP: change by shuffling' },
      shuffledLossGap: { zh: 'MLP：打乱列序后损失的最大差', en: 'MLP: widest gap in loss after shuffling' },
    },
    prediction: {
      prompt: {
        zh: '一张表格，先打乱列的顺序，再（另一次）随机旋转特征空间。哪一种会让提升树桩的正确率掉 5 个百分点以上？',
        en: 'Shuffle the columns of a table, or rotate its feature space at random. Which costs boosted stumps more than 5 points of accuracy?',
      },
      options: [
        { id: 'neither', text: { zh: '都不会', en: 'neither' } },
        { id: 'shuffling', text: { zh: '只有打乱列序', en: 'only shuffling' } },
        { id: 'rotation', text: { zh: '只有旋转', en: 'only the rotation' } },
        { id: 'both', text: { zh: '都会', en: 'both' } },
      ],
      right: rightOption,
    },
    expect: expectTabular,
    notice: noticeTabular,
    tryNext: nextTables,
    backend: 'wasm',
    timeLimitMs: 20_000,
  },
  async () => {
    const [{ runTabularRotation }, { describeChart }] = await Promise.all([
      import('./run.ts'),
      import('./chart.ts'),
    ]);
    return { run: runTabularRotation, chart: describeChart };
  },
);

function rightOption({ measures: { stumpsDrop, stumpsShuffleChange } }: TabularResult): string {
  const [hurtByRotation, hurtByShuffling] = [stumpsDrop > 0.05, stumpsShuffleChange < -0.05];
  if (hurtByRotation) return hurtByShuffling ? 'both' : 'rotation';
  return hurtByShuffling ? 'shuffling' : 'neither';
}
