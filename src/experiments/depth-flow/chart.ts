import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { fold, readable } from '../chart/number-text.ts';
import { countAxis, powerAxis } from '../chart/value-axis.ts';
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
  const ratio = subject.gradients.at(-1)?.relative ?? Number.NaN;
  const referenceRatio = reference.gradients.at(-1)?.relative ?? Number.NaN;
  const name = systemName(subject.network, language);
  const referenceName = systemName(reference.network, language);
  const y = powerAxis([...relatives(subject), ...relatives(reference)]);
  return {
    title: words.finding(name, ratio, depth),
    subtitle: words.setting(depth),
    alt: words.alt({ name, ratio, depth, referenceName, referenceRatio }),
    spec: lineChart({
      x: { title: words.layer, axis: countAxis(1, depth), isReversed: true },
      y: { title: words.gradient, axis: y },
      lines: [
        curve(reference, 'reference', `${referenceName}\n${readable(referenceRatio)}`),
        curve(subject, 'subject', `${name}\n${ratio === 0 ? words.underflow : readable(ratio)}`),
      ],
    }),
  };
}

/** More dots than this run into a band. */
const mostDots = 30;

const relatives = ({ gradients }: GradientCurve) => gradients.map(({ relative }) => relative);

function curve({ gradients }: GradientCurve, tone: Line['tone'], label: string): Line {
  return {
    tone,
    label,
    hasDots: gradients.length <= mostDots,
    points: gradients.map(({ layer, relative }) => ({ x: layer, y: relative })),
  };
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
      if (ratio === 0) return `${name}: after ${depth} layers the gradient is exactly 0 (float32 underflow)`;
      if (ratio < 0.1) return `${name}: the gradient shrinks ${fold(ratio)}-fold in ${depth} layers`;
      if (ratio > 10) return `${name}: the gradient grows ${fold(ratio)}-fold in ${depth} layers`;
      return `${name}: the gradient survives ${depth} layers (×${readable(ratio)})`;
    },
    setting: (depth: number) => `${depth} layers × 64 units, batch 128, untrained`,
    layer: 'layer, from the loss back to the input',
    gradient: 'gradient norm (last layer = 1)',
    underflow: '0 (underflow)',
    alt: (told: Told) =>
      `Line chart on a logarithmic axis: the norm of the gradient with respect to each hidden layer, from layer ` +
      `${told.depth} back to layer 1. ${told.name} ends at ${readable(told.ratio)} times the last layer's gradient; ` +
      `${told.referenceName}, for comparison, at ${readable(told.referenceRatio)}.`,
  },
  zh: {
    finding: (name: string, ratio: number, depth: number) => {
      if (ratio === 0) return `${name}：回传 ${depth} 层后梯度恰好为 0（float32 下溢）`;
      if (ratio < 0.1) return `${name}：梯度回传 ${depth} 层，缩小到 1/${fold(ratio)}`;
      if (ratio > 10) return `${name}：梯度回传 ${depth} 层，放大 ${fold(ratio)} 倍`;
      return `${name}：梯度回传 ${depth} 层，量级不变（×${readable(ratio)}）`;
    },
    setting: (depth: number) => `${depth} 层 × 64 个单元，批大小 128，未训练`,
    layer: '层：从损失往输入方向回传',
    gradient: '梯度范数（最后一层 = 1）',
    underflow: '0（下溢）',
    alt: (told: Told) =>
      `对数坐标折线图：损失对每个隐藏层的梯度范数，从第 ${told.depth} 层回传到第 1 层。` +
      `${told.name} 到第 1 层时是最后一层的 ${readable(told.ratio)} 倍；` +
      `作为对照的 ${told.referenceName} 是 ${readable(told.referenceRatio)} 倍。`,
  },
};
