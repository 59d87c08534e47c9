import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import { excessWords } from './excess-text.ts';
import { asGood, type CoderResult, type Settings, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeCoders({ parameters: { code, steps }, measures }: CoderResult): Bilingual[] {
  const { linearExcess, tanhExcess, captured, overlap } = measures;
  const [zhLinear, enLinear] = [excessWords(linearExcess, 'zh'), excessWords(linearExcess, 'en')];
  return [
    linearExcess <= asGood
      ? {
          zh: `线性自编码器学到头就是 PCA：误差${zhLinear}，而且不可能更低，因为 PCA 已是最好的线性压缩。`,
          en: `All a linear autoencoder can learn is PCA: its error is ${enLinear} and cannot be below, for PCA is the best linear code there is.`,
        }
      : {
          zh: `${steps} 步还不够：线性自编码器的误差比 PCA ${zhLinear}。它没有坏的局部极小，多训练就会靠近 PCA。`,
          en: `${steps} steps are not enough: the linear autoencoder is ${enLinear} PCA. It has no bad local minima, so more training brings it closer.`,
        },
    ...(code > 1
      ? [
          {
            zh: `学到的是同一个子空间（占 PCA 所得方差的 ${(100 * captured).toFixed(2)}%），不是同样的轴：解码方向之间的 |cos| 最大到 ${overlap.toFixed(2)}，主成分之间是 0。`,
            en: `It finds the same subspace (${(100 * captured).toFixed(2)}% of the variance PCA keeps) but not the same axes: two of its decoder’s directions have |cos| ${overlap.toFixed(2)}, principal components 0.`,
          },
        ]
      : []),
    ...(tanhExcess > asGood && linearExcess <= asGood
      ? [
          {
            zh: `给编码加上 tanh 并不会自动变好：这么小的网络、这样的线性数据，误差比 PCA ${excessWords(tanhExcess, 'zh')}。非线性要数据弯曲、网络够深才值得。`,
            en: `A tanh on the code is no gain by itself: with so small a network and data made linearly, it is ${excessWords(tanhExcess, 'en')} PCA. Nonlinearity pays where data are curved and the network deep enough.`,
          },
        ]
      : []),
  ];
}

/** What to run next. */
export function nextCoders({ code, noise, steps }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: code !== 3, label: { zh: '3 维编码', en: 'code of 3' }, parameters: { code: 3 } },
    { when: steps < 700, label: { zh: '训练 700 步', en: '700 steps' }, parameters: { steps: 700 } },
    { when: code !== 2, label: { zh: '2 维编码', en: 'code of 2' }, parameters: { code: 2 } },
    { when: steps > 50, label: { zh: '只训练 50 步', en: 'only 50 steps' }, parameters: { steps: 50 } },
    { when: noise !== 1, label: { zh: '噪声更大', en: 'more noise' }, parameters: { noise: 1 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
