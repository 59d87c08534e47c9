import { defineExperiment } from '../experiment.ts';
import { expectBits } from './expect.ts';
import { nextBits, noticeBits } from './notice.ts';
import { settings, systems } from './settings.ts';

/** E24: what overlapping max pooling and augmentation by shifts do, and what they do not. */
export const alexnetBits = defineExperiment(
  {
    id: 'alexnet-bits',
    version: 2,
    title: {
      zh: 'AlexNet 的两个部件：重叠池化与数据增强',
      en: 'Two parts of AlexNet: overlapping pools, augmentation',
    },
    claim: {
      zh: '有了最大池化，或者用随机平移做数据增强，网络就不受平移影响了。',
      en: 'Max pooling, or training on shifted images, makes a network indifferent to shifts.',
    },
    systems,
    parameters: settings,
    questions: ['pooling-layer', 'cnn-models'],
    measures: {
      unpooled: { zh: '平移后变了的像素占比', en: 'share of pixels changed by the shift' },
      separate: { zh: '变了的 2×2 池化输出占比', en: 'share of 2×2 pools changed' },
      overlapping: { zh: '变了的 3×3 池化输出占比', en: 'share of 3×3 pools changed' },
      ratio: { zh: '3×3 与 2×2 之比', en: '3×3 against 2×2' },
      training: { zh: 'MLP 训练准确率', en: 'training accuracy of the MLP' },
      test: { zh: 'MLP 测试准确率', en: 'test accuracy of the MLP' },
      gap: { zh: '训练与测试之差', en: 'gap between training and test' },
      shiftedTraining: { zh: '随机平移后的训练准确率', en: 'training accuracy, trained on shifts' },
      shiftedTest: { zh: '随机平移后的测试准确率', en: 'test accuracy, trained on shifts' },
      shiftedGap: { zh: '随机平移后的训练与测试之差', en: 'gap, trained on shifts' },
      testGain: { zh: '测试准确率提高了', en: 'gain in test accuracy' },
    },
    prediction: {
      prompt: {
        zh: '图像里的字母换个地方，网络就该照样认得。哪个部件做到了这一点？',
        en: 'A letter should be told wherever it stands in the image. Which part brings that about?',
      },
      options: [
        {
          id: 'pooling',
          text: {
            zh: '最大池化：移一个像素，变的输出不到 10%',
            en: 'max pooling: move by a pixel, and less than 10% of its outputs change',
          },
        },
        {
          id: 'augmentation',
          text: {
            zh: '数据增强：MLP 看过随机平移的图，测试准确率过半',
            en: 'augmentation: trained on random shifts, an MLP gets more than half of new images right',
          },
        },
        { id: 'both', text: { zh: '两个都做到了', en: 'both' } },
        { id: 'neither', text: { zh: '两个都没做到，只是缓和', en: 'neither, they only help' } },
      ],
      right: ({ measures: { separate, shiftedTest } }) => {
        const [isPooling, isAugmentation] = [separate < 0.1, shiftedTest > 0.5];
        if (isPooling) return isAugmentation ? 'both' : 'pooling';
        return isAugmentation ? 'augmentation' : 'neither';
      },
    },
    expect: expectBits,
    notice: noticeBits,
    tryNext: nextBits,
    backend: 'wasm',
    timeLimitMs: 30_000,
  },
  async () => {
    const [{ runBits }, { describeChart }] = await Promise.all([import('./run.ts'), import('./chart.ts')]);
    return { run: runBits, chart: describeChart };
  },
);
