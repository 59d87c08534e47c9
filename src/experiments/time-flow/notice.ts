import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import { isGated, type Settings, type TimeResult, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeTimeFlow({ parameters, measures }: TimeResult): Bilingual[] {
  const perStep = readable(measures.perStep);
  const rate: Bilingual = {
    zh: `每回传一步，梯度平均乘以 ${perStep}。`,
    en: `Each step multiplies the gradient by ${perStep} on average.`,
  };
  const why = explanations.find(({ when }) => when(parameters));
  const gate: Bilingual[] = isGated(parameters)
    ? [
        {
          zh: `保留门连乘起来平均是 ${readable(measures.kept)}：这就是状态直通路上梯度剩下的部分。`,
          en: `The gates that keep multiply up to ${readable(measures.kept)} on average: what the direct path of the state leaves of the gradient.`,
        },
      ]
    : [];
  return [rate, ...gate, ...(why === undefined ? [] : [why.says])];
}

/** The first that fits is told. */
const explanations: readonly { readonly when: (values: Values) => boolean; readonly says: Bilingual }[] = [
  {
    when: ({ cell, gateBias }) => cell === 'lstm' && gateBias < 1,
    says: {
      zh: 'LSTM 并不自动防止消失：遗忘门偏置为 0 时门只开一半，一百步后同样消失。',
      en: 'An LSTM does not prevent vanishing by itself: with a forget bias of 0 its gates are half open, and after a hundred steps the gradient is gone as well.',
    },
  },
  {
    when: ({ cell, gateBias }) => cell === 'lstm' && gateBias > 3,
    says: {
      zh: '门几乎全开，梯度不再消失，但也不保证不增大：比值可以超过 1，所以 LSTM 仍然要做梯度裁剪。',
      en: 'With gates nearly open it no longer vanishes, but nothing keeps it from growing: the ratio may exceed 1, so an LSTM still needs gradient clipping.',
    },
  },
  {
    when: ({ cell }) => cell === 'lstm',
    says: {
      zh: '遗忘门偏置每加一点，保留的就多很多：这就是初始化时把它设成 1 或更大的原因。',
      en: 'A little more forget bias keeps a great deal more: the reason to start it at 1 or above.',
    },
  },
  {
    when: ({ cell }) => cell === 'gru',
    says: {
      zh: 'GRU 用一个门同时管保留与更新；门接近全开时梯度几乎原样通过，半开时一样会消失。',
      en: 'A GRU keeps and updates by one gate; nearly open it lets the gradient through, half open it loses it just the same.',
    },
  },
  {
    when: ({ cell, weights, gain }) => cell === 'relu' && weights === 'identity' && gain === 1,
    says: {
      zh: '单位矩阵加 ReLU：活着的单元原样传递梯度，一开始为负的一半单元没有梯度，所以剩 √½ 而不是 1。',
      en: 'Identity with ReLU: units that are active hand the gradient on unchanged, the half that starts below 0 has none, so √½ is left and not 1.',
    },
  },
  {
    when: ({ cell, weights }) => cell === 'relu' && weights === 'identity',
    says: {
      zh: '激活函数没变，只改了矩阵的倍数：ReLU 的导数是 0 或 1，决定梯度的是连乘 T 次的 W。',
      en: 'The same activation with another multiple of the matrix: the derivative of ReLU is 0 or 1, what decides is W multiplied T times.',
    },
  },
  {
    when: ({ cell }) => cell === 'relu',
    says: {
      zh: '“换成 ReLU 梯度就恒为 1”不成立：矩阵不对，照样消失或爆炸。',
      en: '“With ReLU the gradient is always 1” is not true: with the wrong matrix it vanishes or explodes all the same.',
    },
  },
  {
    when: ({ cell }) => cell === 'linear',
    says: {
      zh: '没有非线性，正交矩阵又保持长度，所以比值恰好是倍数的 T 次方。',
      en: 'Without a nonlinearity, and with a matrix that keeps lengths, the ratio is exactly the gain to the power of T.',
    },
  },
  {
    when: ({ cell }) => cell === 'sigmoid',
    says: {
      zh: 'σ′ 最大 0.25，一百步之后连 float32 都存不下，恰好为 0。',
      en: 'σ′ is 0.25 at most; after a hundred steps not even float32 can hold what is left, it is exactly 0.',
    },
  },
  {
    when: ({ cell, gain }) => cell === 'tanh' && gain <= 1,
    says: {
      zh: '正交矩阵保持长度，缩小全部来自 tanh′ < 1：每步只损失一点，一百步就剩不下什么。',
      en: 'An orthogonal matrix keeps lengths, so all of the loss comes from tanh′ < 1: a little every step, and after a hundred hardly anything is left.',
    },
  },
];

/** What to run next: the remedy, the disease, or longer. */
export function nextTimeFlows(values: Values): Change<Settings>[] {
  const { cell, weights, gain, gateBias, steps } = values;
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: cell === 'lstm' && gateBias !== 5,
      label: { zh: '遗忘门偏置 5', en: 'forget bias 5' },
      parameters: { gateBias: 5 },
    },
    {
      when: cell === 'lstm' && gateBias !== 0,
      label: { zh: '遗忘门偏置 0', en: 'forget bias 0' },
      parameters: { gateBias: 0 },
    },
    {
      when: cell === 'gru' && gateBias !== 5,
      label: { zh: '门偏置 5', en: 'gate bias 5' },
      parameters: { gateBias: 5 },
    },
    {
      when: cell === 'relu' && weights === 'gaussian' && gain === 1,
      label: { zh: '高斯阵乘以 2', en: 'twice the Gaussian' },
      parameters: { gain: 2 },
    },
    {
      when: cell === 'relu' && weights === 'identity' && gain === 1,
      label: { zh: '0.9 倍单位阵', en: '0.9 × identity' },
      parameters: { gain: 0.9 },
    },
    {
      when: cell === 'linear' && gain !== 1.1,
      label: { zh: '1.1 倍', en: 'gain 1.1' },
      parameters: { gain: 1.1 },
    },
    {
      when: cell !== 'lstm',
      label: { zh: '换成 LSTM', en: 'LSTM instead' },
      parameters: { cell: 'lstm', gateBias: 1 },
    },
    {
      when: cell !== 'relu' || weights !== 'identity',
      label: { zh: 'ReLU + 单位阵', en: 'ReLU + identity' },
      parameters: { cell: 'relu', weights: 'identity', gain: 1 },
    },
    {
      when: steps < 200,
      label: { zh: '200 步', en: '200 steps' },
      parameters: { steps: 200 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
