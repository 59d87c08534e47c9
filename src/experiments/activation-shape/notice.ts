import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { Settings, Shape, ShapeResult, Values } from './settings.ts';

const notices: Readonly<Record<Shape, readonly Bilingual[]>> = {
  sigmoid: [
    {
      zh: '最大斜率 0.25 在 0 处：即使没有一个单元饱和，每过一层梯度也至少缩小到四分之一（不算权重）。',
      en: 'The greatest slope, 0.25, is at 0: even where no unit is saturated, every layer leaves at most a quarter of the gradient, weights aside.',
    },
    {
      zh: '输出总是正的，均值 0.5：下一层的输入不以零为中心。',
      en: 'The outputs are all positive, around 0.5: what the next layer sees is not centred on zero.',
    },
  ],
  tanh: [
    {
      zh: '0 处斜率为 1，比 Sigmoid 的大四倍，而且输出以零为中心；但两端照样饱和，平坦的区间甚至更长。',
      en: 'Its slope at 0 is 1, four times that of the sigmoid, and its outputs are centred on zero; but it saturates as well, on an even longer stretch.',
    },
  ],
  relu: [
    {
      zh: '正半轴斜率恒为 1，永不饱和；负半轴斜率恒为 0：落在那里的单元对这个样本得不到任何梯度。',
      en: 'Above 0 the slope is always 1, it never saturates; below it is 0: a unit there gets no gradient from that sample.',
    },
    {
      zh: '训练之前约一半输出恰好为 0，这就是“稀疏激活”；代价是有些单元可能再也不被激活。',
      en: 'Before training about half of the outputs are exactly 0, which is what sparse activation means; the price is that some units may never become active again.',
    },
  ],
  'leaky-relu': [
    {
      zh: '负半轴保留 0.01 的斜率：很小，但不是 0，所以死掉的单元还能被拉回来。',
      en: 'Below 0 it keeps a slope of 0.01: small, but not 0, so a unit that went there can come back.',
    },
  ],
  prelu: [
    {
      zh: '负半轴的斜率从 0.25 开始，和权重一起学；它和 LeakyReLU 的差别只在于这个数是学出来的。',
      en: 'Its slope below 0 starts at 0.25 and is learned with the weights; that is all that sets it apart from LeakyReLU.',
    },
  ],
  elu: [
    {
      zh: '负半轴平滑地趋于 −1，把输出均值拉向零；离 0 越远斜率越小，所以它也会饱和，只是只在一边。',
      en: 'Below 0 it bends smoothly towards −1, which pulls the mean output towards zero; it does saturate, but on one side only.',
    },
  ],
  selu: [
    {
      zh: '0 的左侧斜率达到 1.758，大于 1：正是这一段把方差重新放大，让每层的均值和方差自己回到 0 和 1。',
      en: 'Just below 0 its slope reaches 1.758, more than 1: this is what widens the variance again and brings mean and variance back to 0 and 1 by themselves.',
    },
  ],
};

/** What to look at in the picture. */
export function noticeShape({ parameters: { activation } }: ShapeResult): readonly Bilingual[] {
  return notices[activation];
}

const labels: readonly (readonly [Shape, string])[] = [
  ['relu', 'ReLU'],
  ['tanh', 'tanh'],
  ['selu', 'SELU'],
  ['sigmoid', 'Sigmoid'],
];

/** What to look at next. */
export function nextShapes({ activation }: Values): Change<Settings>[] {
  return labels
    .filter(([name]) => name !== activation)
    .slice(0, 3)
    .map(([name, label]) => ({ label: { zh: label, en: label }, parameters: { activation: name } }));
}
