import { defineExperiment } from '../experiment.ts';
import { expectPixels } from './expect.ts';
import { nextPixels, noticePixels } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E11: which networks need pixels to have neighbours. */
export const permutedPixels = defineExperiment(
  {
    id: 'permuted-pixels',
    version: 1,
    title: { zh: '打乱像素', en: 'Permuted pixels' },
    claim: {
      zh: '没有局部相关性的数据不适合深度学习。',
      en: 'Data without local correlation is unsuitable for deep learning.',
    },
    systems,
    parameters: settings,
    questions: ['data-unsuited-to-deep-learning', 'what-is-convolution', 'cnn-beyond-images'],
    measures: {
      cnn: { zh: 'CNN 测试准确率', en: 'test accuracy of the CNN' },
      cnnPermuted: { zh: 'CNN，像素打乱', en: 'CNN, pixels permuted' },
      mlp: { zh: 'MLP 测试准确率', en: 'test accuracy of the MLP' },
      mlpPermuted: { zh: 'MLP，像素打乱', en: 'MLP, pixels permuted' },
      mlpGap: { zh: 'MLP 打乱前后之差', en: 'difference between both MLPs' },
      mlpTraining: { zh: 'MLP 训练准确率', en: 'training accuracy of the MLP' },
      lossDifference: {
        zh: '权重照样打乱时损失曲线之差',
        en: 'difference of the loss curves, weights permuted alike',
      },
      shiftDifference: { zh: '先平移与后平移之差', en: 'shift before and after a convolution, difference' },
    },
    prediction: {
      prompt: {
        zh: '所有图像的像素按同一个顺序打乱，再从头训练。测试准确率会怎样？',
        en: 'The pixels of all images are permuted in the same way and the networks trained anew. What happens to the test accuracy?',
      },
      options: [
        { id: 'both-fall', text: { zh: 'CNN 和 MLP 都下降', en: 'CNN and MLP both fall' } },
        { id: 'cnn-falls', text: { zh: '只有 CNN 下降', en: 'only the CNN falls' } },
        { id: 'mlp-falls', text: { zh: '只有 MLP 下降', en: 'only the MLP falls' } },
        { id: 'none-falls', text: { zh: '都不变，信息没有丢', en: 'neither, no information is lost' } },
      ],
      right: ({ measures: { cnn, cnnPermuted, mlp, mlpPermuted } }) => {
        const [cnnFalls, mlpFalls] = [cnn - cnnPermuted > 0.1, mlp - mlpPermuted > 0.1];
        if (cnnFalls) return mlpFalls ? 'both-fall' : 'cnn-falls';
        return mlpFalls ? 'mlp-falls' : 'none-falls';
      },
    },
    expect: expectPixels,
    notice: noticePixels,
    tryNext: nextPixels,
    backend: 'wasm',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runPixels }, { describeChart }] = await Promise.all([import('./run.ts'), import('./chart.ts')]);
    return { run: runPixels, chart: describeChart };
  },
);
