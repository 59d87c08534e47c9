import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { PixelResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticePixels({ parameters: { place }, measures }: PixelResult): Bilingual[] {
  const { cnn, cnnPermuted, mlp, mlpPermuted, mlpTraining, lossDifference } = measures;
  return [
    neighbours(cnn, cnnPermuted),
    nothingLost(lossDifference),
    place === 'centre' ? unharmed(mlp, mlpPermuted) : noSharing(mlpTraining, mlp),
  ];
}

const neighbours = (asIs: number, permuted: number): Bilingual => ({
  zh: `CNN 的准确率从 ${asIs.toFixed(2)} 变成 ${permuted.toFixed(2)}：3×3 的卷积核指望相邻的像素有关系，打乱之后，邻居都是陌生人。`,
  en: `The CNN goes from ${asIs.toFixed(2)} to ${permuted.toFixed(2)}: its 3×3 kernels count on neighbouring pixels having to do with each other, and after the permutation all neighbours are strangers.`,
});

const nothingLost = (difference: number): Bilingual => ({
  zh: `信息一点没少：把 MLP 第一层权重的行也照样打乱，它的损失曲线与原来最多相差 ${difference.toFixed(5)}。依赖局部相关的是卷积，不是深度学习。`,
  en: `Nothing is lost: permute the rows of the MLP’s first matrix alike, and its loss curve differs by ${difference.toFixed(5)} at most. It is convolution that needs local correlation, not deep learning.`,
});

const noSharing = (training: number, test: number): Bilingual => ({
  zh: `MLP 打乱前后都差不多：训练集上 ${training.toFixed(2)}，测试只有 ${test.toFixed(2)}，因为它不在各个位置之间共享权重。让 T 待在中间再试试。`,
  en: `To the MLP it makes no difference: ${training.toFixed(2)} on the training images and a mere ${test.toFixed(2)} on new ones, because it shares no weights between places. Try the T in the centre.`,
});

const unharmed = (asIs: number, permuted: number): Bilingual => ({
  zh: `T 待在中间，MLP 就学得会，打乱前 ${asIs.toFixed(2)}，打乱后 ${permuted.toFixed(2)}。`,
  en: `With the T in the centre the MLP can learn it: ${asIs.toFixed(2)} before the permutation, ${permuted.toFixed(2)} after.`,
});

/** What to run next. */
export function nextPixels({ place, steps }: Values): Change<Settings>[] {
  const other: Change<Settings> =
    place === 'anywhere'
      ? { label: { zh: 'T 待在中间', en: 'the T in the centre' }, parameters: { place: 'centre' } }
      : { label: { zh: 'T 到处走', en: 'the T anywhere' }, parameters: { place: 'anywhere' } };
  const longer: Change<Settings> = {
    label: { zh: '训练 120 步', en: '120 steps' },
    parameters: { steps: 120 },
  };
  return steps < 120 ? [other, longer] : [other];
}
