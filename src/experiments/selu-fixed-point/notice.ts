import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { MomentResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeMoments({ parameters, measures }: MomentResult): Bilingual[] {
  switch (parameters.activation) {
    case 'selu':
      return [meets(measures.lowestVariance, measures.highestVariance), onActivations];
    case 'elu':
      return [fades(measures.endVariance), untouched];
    case 'relu':
      return [keepsSquare(measures.integralMean), noReturn];
  }
}

const meets = (low: number, high: number): Bilingual => ({
  zh: `五种输入的方差从 0.25 到 4，20 层后都在 ${readable(low)} 到 ${readable(high)} 之间：均值 0、方差 1 是 SELU 的不动点，偏了会被拉回来。`,
  en: `Five inputs with variances of 0.25 to 4 all have one between ${readable(low)} and ${readable(high)} after 20 layers: mean 0 and variance 1 are SELU’s fixed point, and what strays is pulled back.`,
});

const onActivations: Bilingual = {
  zh: '稳定的是激活，不是权重：每层权重都是随机抽的，一步也没有训练。前提是 LeCun 初始化。',
  en: 'What is stable are the activations, not the weights: those are random and not trained at all. It takes LeCun’s initialisation.',
};

const fades = (end: number): Bilingual => ({
  zh: `ELU 让均值靠近 0，方差却一层层缩到 ${readable(end)}：它没有方差为 1 的不动点，SELU 多出来的 λ = 1.0507 就是为此。`,
  en: `ELU brings the mean close to 0, but the variance fades to ${readable(end)}: it has no fixed point at variance 1, which is what SELU’s λ = 1.0507 is for.`,
});

const untouched: Bilingual = {
  zh: '“ELU 稳定权重分布”说错了对象：变化的是激活，权重在这里从头到尾没动过。',
  en: '“ELU stabilises the weights” names the wrong thing: the activations change here, while no weight ever moves.',
};

const keepsSquare = (mean: number): Bilingual => ({
  zh: `He 初始化让 ReLU 守住 E[h²]，但均值不是 0：标准输入进一层，均值就是 ${readable(mean)}。`,
  en: `With He’s initialisation ReLU keeps E[h²], but its mean is not 0: one layer of standard inputs has a mean of ${readable(mean)}.`,
});

const noReturn: Bilingual = {
  zh: '没有不动点：起点的差别 20 层后还在，不会像 SELU 那样被拉到一起。',
  en: 'There is no fixed point: the starts stay apart after 20 layers, and nothing pulls them together as SELU does.',
};

/** What to run next. */
export function nextMoments({ activation, quantity, width }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: activation !== 'selu',
      label: { zh: '换成 SELU', en: 'SELU instead' },
      parameters: { activation: 'selu', quantity: 'variance' },
    },
    {
      when: activation !== 'elu',
      label: { zh: '换成 ELU', en: 'ELU instead' },
      parameters: { activation: 'elu' },
    },
    {
      when: quantity === 'variance',
      label: { zh: '看均值', en: 'show the mean' },
      parameters: { quantity: 'mean' },
    },
    {
      when: quantity === 'mean',
      label: { zh: '看方差', en: 'show the variance' },
      parameters: { quantity: 'variance' },
    },
    { when: width < 512, label: { zh: '宽度 512', en: 'width 512' }, parameters: { width: 512 } },
    {
      when: activation === 'selu',
      label: { zh: '换成 ReLU + He', en: 'ReLU + He instead' },
      parameters: { activation: 'relu', quantity: 'mean' },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
