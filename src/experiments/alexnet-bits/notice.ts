import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { BitResult, Settings, Values } from './settings.ts';

type Measures = BitResult['measures'];

/** What to look at in the picture. */
export function noticeBits({ parameters: { part, shift }, measures }: BitResult): Bilingual[] {
  if (part === 'augmentation') return [byHeart(measures), fromAbove(measures), noSharing];
  return [
    softened(shift, measures),
    shift === 1 ? sharedPixels : larger[shift === 2 ? 'stride' : 'far'],
    other(measures),
  ];
}

const percent = (share: number) => `${Math.round(100 * share)}%`;

const softened = (shift: number, { unpooled, separate, overlapping }: Measures): Bilingual => ({
  zh: `图像右移 ${shift} 个像素：不池化，${percent(unpooled)} 的数变了；2×2 池化后 ${percent(separate)}；重叠的 3×3 池化后 ${percent(overlapping)}。池化缓和平移，并不消除它。`,
  en: `Move the image by ${shift} px: without pooling ${percent(unpooled)} of the numbers change, after 2×2 pooling ${percent(separate)}, after overlapping 3×3 pooling ${percent(overlapping)}. Pooling softens a shift; it does not undo it.`,
});

const sharedPixels: Bilingual = {
  zh: '移动前后，2×2 窗口共有 2 个像素，3×3 窗口共有 6 个。最大值落在共有的部分，输出才不变：像素若互不相关，变的正好是 2/3 和 1/2。',
  en: 'Before and after, a 2×2 window has 2 pixels in common, a 3×3 window 6. The output stays only if the maximum lies among those: with independent pixels exactly 2/3 and 1/2 change.',
};

const larger: Readonly<Record<'stride' | 'far', Bilingual>> = {
  stride: {
    zh: '平移恰好等于步幅 2：池化后的图整体移了一格，内容没变，变的是位置。这叫等变，不叫不变。',
    en: 'Moved by just the stride of 2, the pooled map has moved by one place as a whole: the same content elsewhere. That is equivariance, not invariance.',
  },
  far: {
    zh: '平移达到窗口的宽度，前后两个窗口没有一个共同的像素，池化什么也保不住。',
    en: 'Moved by the width of a window, the windows before and after have no pixel in common: pooling keeps nothing.',
  },
};

const other = ({ test, shiftedTest }: Measures): Bilingual => ({
  zh: `另一个部件是数据增强：用随机平移的图训练 MLP，测试准确率从 ${test.toFixed(2)} 到 ${shiftedTest.toFixed(2)}。`,
  en: `The other part, augmentation: trained on random shifts, an MLP’s test accuracy goes from ${test.toFixed(2)} to ${shiftedTest.toFixed(2)}.`,
});

const byHeart = ({ training, test, gap, shiftedGap }: Measures): Bilingual => ({
  zh: `不平移，MLP 把 400 张图背了下来：训练 ${training.toFixed(2)}，测试 ${test.toFixed(2)}。每次都随机平移，就没有图可背，差距从 ${gap.toFixed(2)} 变成 ${shiftedGap.toFixed(2)}。`,
  en: `Without shifts the MLP learns the 400 images by heart: ${training.toFixed(2)} in training, ${test.toFixed(2)} on new ones. With shifts there is nothing to learn by heart, and the gap goes from ${gap.toFixed(2)} to ${shiftedGap.toFixed(2)}.`,
});

const fromAbove = ({ training, shiftedTraining, testGain }: Measures): Bilingual => ({
  zh: `差距小不等于学得好：训练准确率从 ${training.toFixed(2)} 变成 ${shiftedTraining.toFixed(2)}，测试只多了 ${testGain.toFixed(2)}。`,
  en: `A small gap is not a good network: training accuracy goes from ${training.toFixed(2)} to ${shiftedTraining.toFixed(2)}, and the test gains no more than ${testGain.toFixed(2)}.`,
});

const noSharing: Bilingual = {
  zh: 'MLP 得在每个位置重新学一遍字母；卷积在各处共用权重，天生会平移。看看 permuted-pixels 里的 CNN。',
  en: 'An MLP has to learn the letter anew at every place; convolution uses the same weights everywhere. Look at the CNN of permuted-pixels.',
};

/** What to run next. */
export function nextBits({ part, shift, steps }: Values): Change<Settings>[] {
  if (part === 'augmentation') {
    const longer: Change<Settings> = {
      label: { zh: '训练 600 步', en: '600 steps' },
      parameters: { steps: 600 },
    };
    return [
      { label: { zh: '看池化', en: 'pooling' }, parameters: { part: 'pooling' } },
      ...(steps < 600 ? [longer] : []),
    ];
  }
  const augmentation: Change<Settings> = {
    label: { zh: '看数据增强', en: 'augmentation' },
    parameters: { part: 'augmentation' },
  };
  const further = (pixels: number): Change<Settings> => ({
    label: { zh: `移 ${pixels} 个像素`, en: `move by ${pixels} px` },
    parameters: { shift: pixels },
  });
  return [further((shift % 3) + 1), augmentation];
}
