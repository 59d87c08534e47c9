import type { Language } from '../../core/question/language.ts';
import { backwardChart } from '../chart/backward-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { readable } from '../chart/number-text.ts';
import type { Values } from './settings.ts';

/** What became of the gradient in both towers. */
export interface TowerTrace {
  readonly values: Values;
  readonly residual: WayBack;
  readonly plain: WayBack;
}

/** A gradient's way back through one tower. */
interface WayBack {
  /** ‖∂L/∂h‖ of the blocks' outputs, from the first to the last. */
  readonly norms: readonly number[];
  /** The first of them relative to the last. */
  readonly ratio: number;
}

/** The gradient's way back down the tower, with and without shortcuts. */
export function describeChart({ values, residual, plain }: TowerTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { blocks, channels } = values;
  const [ratio, plainRatio] = [readable(residual.ratio), readable(plain.ratio)];
  return {
    title: words.finding(blocks, twoDigits(residual.ratio), twoDigits(plain.ratio)),
    subtitle: words.setting(blocks, channels),
    alt: words.alt(blocks, ratio, plainRatio),
    spec: backwardChart({
      xTitle: words.block,
      yTitle: words.gradient,
      curves: [
        { tone: 'reference', norms: plain.norms, label: `${words.plain}\n${plainRatio}` },
        { tone: 'subject', norms: residual.norms, label: `${words.residual}\n${ratio}` },
      ],
    }),
  };
}

const twoDigits = (ratio: number) => readable(Number(ratio.toPrecision(2)));

const wordsIn = {
  en: {
    finding: (blocks: number, residual: string, plain: string) =>
      `Shortcuts hold the gradient of ${blocks} blocks at ×${residual}; without them it is ×${plain}`,
    setting: (blocks: number, channels: number) =>
      `8 × 8 board, ${2 * blocks} convolutions 3 × 3, ${channels} channels, BN, untrained`,
    block: 'block, from the loss back to the input',
    gradient: 'gradient norm (last block = 1)',
    residual: 'with shortcuts',
    plain: 'without shortcuts',
    alt: (blocks: number, residual: string, plain: string) =>
      `Line chart on a logarithmic axis: the norm of the gradient with respect to each block's output, from block ${blocks} ` +
      `back to block 1. With identity shortcuts it ends at ${residual} times the last block's gradient; the same weights ` +
      `without shortcuts end at ${plain} times.`,
  },
  zh: {
    finding: (blocks: number, residual: string, plain: string) =>
      `梯度回传 ${blocks} 个块：有捷径只变为 ${residual} 倍，没有捷径变为 ${plain} 倍`,
    setting: (blocks: number, channels: number) =>
      `8 × 8 棋盘，${2 * blocks} 个 3 × 3 卷积，${channels} 通道，BN，未训练`,
    block: '块：从损失往输入方向回传',
    gradient: '梯度范数（最后一块 = 1）',
    residual: '有捷径',
    plain: '没有捷径',
    alt: (blocks: number, residual: string, plain: string) =>
      `对数坐标折线图：损失对每个块输出的梯度范数，从第 ${blocks} 块回传到第 1 块。有恒等捷径时，到第 1 块是最后一块的 ${residual} 倍；` +
      `同样的权重去掉捷径，是 ${plain} 倍。`,
  },
};
