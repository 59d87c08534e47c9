import { readable } from '../chart/number-text.ts';
import { arrived, type InverseLink } from './settings.ts';

/** What the picture of the coefficients tells. */
export interface FitTold {
  readonly activation: InverseLink;
  readonly gap: number;
  readonly steps: number;
  readonly rate: number;
  readonly iterations: number;
}

/** What the picture of the two losses tells: gradients at z = −10. */
export interface StallTold {
  readonly crossEntropy: number;
  readonly squaredError: number;
}

const digits = (value: number) => readable(Number(value.toPrecision(2)));
const decimals = (value: number) => value.toFixed(2).replace('-', '−');

const models = {
  en: { sigmoid: 'logistic regression', exp: 'Poisson regression', identity: 'linear regression' },
  zh: { sigmoid: '逻辑回归', exp: '泊松回归', identity: '线性回归' },
} as const satisfies Record<'en' | 'zh', Record<InverseLink, string>>;

const neurons = {
  en: { sigmoid: 'A sigmoid neuron', exp: 'An exp neuron', identity: 'A linear neuron' },
  zh: { sigmoid: 'sigmoid 神经元', exp: 'exp 神经元', identity: '线性神经元' },
} as const satisfies Record<'en' | 'zh', Record<InverseLink, string>>;

/** The words of both pictures. */
export const wordsIn = {
  en: {
    fitted: ({ activation, gap, steps }: FitTold) =>
      gap < arrived
        ? `${neurons.en[activation]} finds the coefficients of ${models.en[activation]}: they differ by ${digits(gap)}`
        : `${neurons.en[activation]} is still ${digits(gap)} from the coefficients of ${models.en[activation]} after ${steps} steps`,
    data: ({ rate }: FitTold) =>
      `400 points, 4 features and an intercept; Adam ${readable(rate)} against IRLS`,
    step: 'step of Adam, or iteration of IRLS',
    gap: 'distance from the IRLS fit',
    neuron: ({ activation, gap }: FitTold) =>
      `${activation === 'identity' ? 'linear' : activation} neuron\n${digits(gap)}`,
    irls: ({ iterations }: FitTold) => `IRLS: ${iterations} iterations`,
    fittedAlt: ({ activation, gap, steps, iterations }: FitTold) =>
      `Line chart on a logarithmic axis: how far the weights are from the coefficients of ${models.en[activation]}. ` +
      `IRLS arrives in ${iterations} iterations; ${neurons.en[activation].toLowerCase()} trained by Adam is ` +
      `${digits(gap)} away after ${steps} steps.`,
    stalled: ({ crossEntropy, squaredError }: StallTold) =>
      `At z = −10 cross-entropy passes back ${decimals(crossEntropy)}, squared error ${digits(squaredError)}`,
    oneNeuron: 'a sigmoid neuron whose label is 1',
    z: 'z = w·x + b (far left: confident and wrong)',
    gradient: 'size of ∂L/∂z',
    crossEntropy: 'cross-entropy',
    squaredError: 'squared error',
    stalledAlt: ({ crossEntropy, squaredError }: StallTold) =>
      `Line chart on a logarithmic axis: the size of the gradient a sigmoid neuron gets where the label is 1, for z from ` +
      `−10 to 5. At z = −10 it is ${decimals(crossEntropy)} with cross-entropy and ${digits(squaredError)} with squared error.`,
  },
  zh: {
    fitted: ({ activation, gap, steps }: FitTold) =>
      gap < arrived
        ? `${neurons.zh[activation]}学到的就是${models.zh[activation]}的系数：最多差 ${digits(gap)}`
        : `训练 ${steps} 步，${neurons.zh[activation]}离${models.zh[activation]}的系数还差 ${digits(gap)}`,
    data: ({ rate }: FitTold) => `400 个点，4 个特征加截距；Adam ${readable(rate)} 对 IRLS`,
    step: 'Adam 的步数，或 IRLS 的迭代次数',
    gap: '与 IRLS 系数的差距',
    neuron: ({ activation, gap }: FitTold) => `${neurons.zh[activation]}\n${digits(gap)}`,
    irls: ({ iterations }: FitTold) => `IRLS：迭代 ${iterations} 次`,
    fittedAlt: ({ activation, gap, steps, iterations }: FitTold) =>
      `对数坐标折线图：权重与${models.zh[activation]}的系数相差多少。IRLS 迭代 ${iterations} 次到达；` +
      `${neurons.zh[activation]}用 Adam 训练 ${steps} 步，还差 ${digits(gap)}。`,
    stalled: ({ crossEntropy, squaredError }: StallTold) =>
      `z = −10 处，交叉熵回传 ${decimals(crossEntropy)}，平方误差只有 ${digits(squaredError)}`,
    oneNeuron: '一个 sigmoid 神经元，标签是 1',
    z: 'z = w·x + b（最左边：错得很自信）',
    gradient: '∂L/∂z 的大小',
    crossEntropy: '交叉熵',
    squaredError: '平方误差',
    stalledAlt: ({ crossEntropy, squaredError }: StallTold) =>
      `对数坐标折线图：标签为 1 时，sigmoid 神经元在 z 从 −10 到 5 处得到的梯度大小。z = −10 处，` +
      `交叉熵是 ${decimals(crossEntropy)}，平方误差是 ${digits(squaredError)}。`,
  },
};
