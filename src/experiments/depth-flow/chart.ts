import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type FlowCurve, fateOf, flowChart } from '../chart/flow-chart.ts';
import { fold, readable } from '../chart/number-text.ts';
import type { Network } from './network.ts';
import { systemName } from './system-name.ts';

/** Gradient norms of the network asked for, and of one that behaves differently to hold it against. */
export interface FlowTrace {
  readonly subject: GradientCurve;
  readonly reference: GradientCurve;
}

/** A network and its gradients on the way back. */
export interface GradientCurve {
  readonly network: Network;
  /** ‖∂L/∂h‖ relative to the last hidden state's, from the last layer to the first. */
  readonly gradients: readonly { readonly layer: number; readonly relative: number }[];
}

/** The gradient's way from the loss back to the first layer. */
export function describeChart({ subject, reference }: FlowTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { depth } = subject.network;
  const [ratio, referenceRatio] = [ratioOf(subject), ratioOf(reference)];
  const name = systemName(subject.network, language);
  const referenceName = systemName(reference.network, language);
  return {
    title: words.finding(name, ratio, depth),
    subtitle: words.setting(depth),
    alt: words.alt({ name, ratio, depth, referenceName, referenceRatio }),
    spec: flowChart({
      subject: toFlow(subject, name),
      reference: toFlow(reference, referenceName),
      titles: { place: words.layer, gradient: words.gradient },
      words,
    }),
  };
}

const ratioOf = ({ gradients }: GradientCurve) => gradients.at(-1)?.relative ?? Number.NaN;

function toFlow({ gradients }: GradientCurve, name: string): FlowCurve {
  return { name, gradients: gradients.map(({ layer, relative }) => ({ place: layer, relative })) };
}

interface Told {
  readonly name: string;
  readonly ratio: number;
  readonly depth: number;
  readonly referenceName: string;
  readonly referenceRatio: number;
}

const wordsIn = {
  en: {
    finding: (name: string, ratio: number, depth: number) => {
      switch (fateOf(ratio)) {
        case 'underflows':
          return `${name}: after ${depth} layers the gradient is exactly 0 (float32 underflow)`;
        case 'shrinks':
          return `${name}: the gradient shrinks ${fold(ratio)}-fold in ${depth} layers`;
        case 'survives':
          return `${name}: the gradient survives ${depth} layers (×${readable(ratio)})`;
        case 'grows':
          return `${name}: the gradient grows ${fold(ratio)}-fold in ${depth} layers`;
        case 'overflows':
          return `${name}: within ${depth} layers the gradient overflows float32`;
      }
    },
    setting: (depth: number) => `${depth} layers × 64 units, batch 128, untrained`,
    layer: 'layer, from the loss back to the input',
    gradient: 'gradient norm (last layer = 1)',
    underflow: '0 (underflow)',
    overflow: '∞ (overflow)',
    alt: (told: Told) =>
      `Line chart on a logarithmic axis: the norm of the gradient with respect to each hidden layer, from layer ` +
      `${told.depth} back to layer 1. ${told.name} ends at ${readable(told.ratio)} times the last layer's gradient; ` +
      `${told.referenceName}, for comparison, at ${readable(told.referenceRatio)}.`,
  },
  zh: {
    finding: (name: string, ratio: number, depth: number) => {
      switch (fateOf(ratio)) {
        case 'underflows':
          return `${name}：回传 ${depth} 层后梯度恰好为 0（float32 下溢）`;
        case 'shrinks':
          return `${name}：梯度回传 ${depth} 层，缩小到 1/${fold(ratio)}`;
        case 'survives':
          return `${name}：梯度回传 ${depth} 层，量级不变（×${readable(ratio)}）`;
        case 'grows':
          return `${name}：梯度回传 ${depth} 层，放大 ${fold(ratio)} 倍`;
        case 'overflows':
          return `${name}：梯度回传不到 ${depth} 层就超出 float32 的范围`;
      }
    },
    setting: (depth: number) => `${depth} 层 × 64 个单元，批大小 128，未训练`,
    layer: '层：从损失往输入方向回传',
    gradient: '梯度范数（最后一层 = 1）',
    underflow: '0（下溢）',
    overflow: '∞（上溢）',
    alt: (told: Told) =>
      `对数坐标折线图：损失对每个隐藏层的梯度范数，从第 ${told.depth} 层回传到第 1 层。` +
      `${told.name} 到第 1 层时是最后一层的 ${readable(told.ratio)} 倍；` +
      `作为对照的 ${told.referenceName} 是 ${readable(told.referenceRatio)} 倍。`,
  },
};
