import { readable } from '../chart/number-text.ts';
import type { ScaledLayer } from './invariance.ts';
import { chance, rates } from './settings.ts';

/** What the picture of learning rates tells. */
export interface RateTold {
  readonly name: string;
  readonly steps: number;
  /** Losses in the order of the rates. */
  readonly plain: readonly number[];
  readonly normalised: readonly number[];
}

/** Above this a network has hardly learnt anything: guessing costs 1.386. */
const hardlyLearnt = 1.2;

const best = (losses: readonly number[]) => Math.min(...losses.filter(Number.isFinite));
const at = (losses: readonly number[], rate: (typeof rates)[number]) =>
  losses[rates.indexOf(rate)] ?? Number.NaN;
const farthest = (layers: readonly ScaledLayer[]) => layers.at(-1) ?? { scale: 1, gradientRatio: 1 };
const inverse = (ratio: number) => `1/${readable(Number((1 / ratio).toPrecision(3)))}`;

/** The words of both pictures. */
export const wordsIn = {
  en: {
    rates: ({ name, plain, normalised }: RateTold) => {
      if (!(best(plain) <= hardlyLearnt))
        return `8 ${name} layers learn only with BN: loss ${readable(best(normalised))} against ${readable(best(plain))}`;
      const [kept, lost] = [at(normalised, 1), at(plain, 1)];
      const without = Number.isFinite(lost) ? `${readable(lost)} without` : 'without, it diverges';
      return `At learning rate 1: loss ${readable(kept)} with BN; ${without}`;
    },
    network: ({ name, steps }: RateTold) => `8 layers × 32, ${name}, 4 classes, SGD, ${steps} steps`,
    rate: 'learning rate',
    loss: (steps: number) => `loss after ${steps} steps`,
    guessing: 'guessing',
    with: 'with BN',
    without: 'without BN',
    ratesAlt: ({ plain, normalised }: RateTold) =>
      `Line chart: final loss at learning rates ${rates.join(', ')}. With batch normalisation ` +
      `${normalised.map(readable).join(', ')}; without ${plain.map(readable).join(', ')}. ` +
      `Guessing costs ${readable(chance)}.`,
    scales: (layers: readonly ScaledLayer[]) => {
      const { scale, gradientRatio } = farthest(layers);
      return `Weights × ${scale}: BN’s output stays the same, the gradient becomes ${inverse(gradientRatio)}`;
    },
    layer: 'one layer under BN, 64 × 16 → 32',
    scale: 'a, by which the weights are multiplied',
    ratio: 'relative to a = 1',
    output: 'output',
    gradient: 'gradient ∂L/∂W',
    scalesAlt: (layers: readonly ScaledLayer[]) =>
      `Line chart on two logarithmic axes: the weights of a layer under batch normalisation are multiplied by ` +
      `${layers.map(({ scale }) => scale).join(', ')}. The norm of the output stays, the norm of the gradient becomes ` +
      `${layers.map(({ gradientRatio }) => readable(gradientRatio)).join(', ')}.`,
  },
  zh: {
    rates: ({ name, plain, normalised }: RateTold) => {
      if (!(best(plain) <= hardlyLearnt))
        return `8 层 ${name} 只有加 BN 才学得动：损失 ${readable(best(normalised))} 对 ${readable(best(plain))}`;
      const [kept, lost] = [at(normalised, 1), at(plain, 1)];
      const without = Number.isFinite(lost) ? `是 ${readable(lost)}` : '直接发散';
      return `学习率 1：有 BN，损失 ${readable(kept)}；没有 BN，${without}`;
    },
    network: ({ name, steps }: RateTold) => `8 层 × 32，${name}，4 类，SGD，${steps} 步`,
    rate: '学习率',
    loss: (steps: number) => `${steps} 步后的损失`,
    guessing: '瞎猜',
    with: '有 BN',
    without: '无 BN',
    ratesAlt: ({ plain, normalised }: RateTold) =>
      `折线图：学习率 ${rates.join('、')} 的最终损失。有批归一化：${normalised.map(readable).join('、')}；` +
      `没有：${plain.map(readable).join('、')}。瞎猜的损失是 ${readable(chance)}。`,
    scales: (layers: readonly ScaledLayer[]) => {
      const { scale, gradientRatio } = farthest(layers);
      return `权重乘以 ${scale}：BN 的输出不变，梯度变成 ${inverse(gradientRatio)}`;
    },
    layer: '一层加 BN，64 × 16 → 32',
    scale: '权重乘以的倍数 a',
    ratio: '相对于 a = 1',
    output: '输出',
    gradient: '梯度 ∂L/∂W',
    scalesAlt: (layers: readonly ScaledLayer[]) =>
      `双对数折线图：批归一化层的权重分别乘以 ${layers.map(({ scale }) => scale).join('、')}。输出的范数不变，` +
      `梯度的范数变成 ${layers.map(({ gradientRatio }) => readable(gradientRatio)).join('、')}。`,
  },
};
