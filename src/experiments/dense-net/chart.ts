import type { Language } from '../../core/question/language.ts';
import { backwardChart } from '../chart/backward-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { readable } from '../chart/number-text.ts';
import type { Values } from './settings.ts';

/** What became of the gradient in both nets. */
export interface DenseTrace {
  readonly values: Values;
  readonly dense: WayBack;
  readonly plain: WayBack;
}

/** A gradient's way back through one network. */
interface WayBack {
  /** ‖∂L/∂(features of a layer)‖, from the first layer to the last. */
  readonly norms: readonly number[];
  /** The first of them relative to the last. */
  readonly ratio: number;
}

/** The gradient's way back through a dense net, and through a plain one. */
export function describeChart({ values, dense, plain }: DenseTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { depth, growth, norm } = values;
  const plainName = norm === 'batch' ? 'ReLU + He + BN' : 'ReLU + He';
  return {
    title: words.finding(depth, twoDigits(dense.ratio), twoDigits(plain.ratio)),
    subtitle: words.setting(depth, growth, norm === 'batch'),
    alt: words.alt(depth, readable(dense.ratio), plainName, readable(plain.ratio)),
    spec: backwardChart({
      xTitle: words.layer,
      yTitle: words.gradient,
      curves: [
        {
          tone: 'reference',
          norms: plain.norms,
          label: `${words.plain} ${plainName}\n${readable(plain.ratio)}`,
        },
        { tone: 'subject', norms: dense.norms, label: `DenseNet\n${readable(dense.ratio)}` },
      ],
    }),
  };
}

const twoDigits = (ratio: number) => readable(Number(ratio.toPrecision(2)));

const wordsIn = {
  en: {
    finding: (depth: number, dense: string, plain: string) =>
      `DenseNet multiplies the gradient by ${dense} in ${depth} layers, a plain net by ${plain}`,
    setting: (depth: number, growth: number, isNormal: boolean) =>
      `${depth} layers, each adds ${growth} features${isNormal ? ', with BN' : ', without BN'}, untrained`,
    layer: 'layer, from the loss back to the input',
    gradient: 'gradient norm (last layer = 1)',
    plain: 'plain',
    alt: (depth: number, dense: string, plainName: string, plain: string) =>
      `Line chart on a logarithmic axis: the norm of the gradient with respect to the features each layer computes, from ` +
      `layer ${depth} back to layer 1, relative to layer ${depth}. The dense net ends at ${dense}; a plain ${plainName} ` +
      `net of the same depth at ${plain}.`,
  },
  zh: {
    finding: (depth: number, dense: string, plain: string) =>
      `梯度回传 ${depth} 层：DenseNet 变为 ${dense} 倍，普通网络变为 ${plain} 倍`,
    setting: (depth: number, growth: number, isNormal: boolean) =>
      `${depth} 层，每层新增 ${growth} 个特征，${isNormal ? '有' : '无'} BN，未训练`,
    layer: '层：从损失往输入方向回传',
    gradient: '梯度范数（最后一层 = 1）',
    plain: '普通',
    alt: (depth: number, dense: string, plainName: string, plain: string) =>
      `对数坐标折线图：损失对各层所算特征的梯度范数，从第 ${depth} 层回传到第 1 层，以第 ${depth} 层为 1。` +
      `DenseNet 到第 1 层是 ${dense}；同样深的普通 ${plainName} 网络是 ${plain}。`,
  },
};
