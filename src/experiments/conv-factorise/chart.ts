import type { Language } from '../../core/question/language.ts';
import { type BarRow, barChart } from '../chart/bar-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { linearAxis } from '../chart/value-axis.ts';
import { inception, type LayerKind } from './layers.ts';
import type { Values } from './settings.ts';

/** What each way to build the layer costs and keeps. */
export interface FactoriseTrace {
  readonly method: Values['method'];
  readonly side: number;
  readonly rows: readonly LayerRow[];
}

/** One way to build a layer. */
export interface LayerRow {
  readonly kind: LayerKind;
  /** Weights per pair of channels; multiply-adds of the whole layer for the bottleneck. */
  readonly cost: number;
  /** Share of a random kernel's energy it can reproduce. */
  readonly kept: number;
}

/** Cost and expressive power beside each other, as shares of the whole kernel's. */
export function describeChart({ method, side, rows }: FactoriseTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const whole = rows.find(({ kind }) => kind === 'whole')?.cost ?? 1;
  const shares = rows.map((row) => ({ ...row, share: row.cost / whole }));
  const subject = shares.find(({ kind }) => kind === method) ?? { share: 1, kept: 1 };
  const unit = method === 'bottleneck' ? words.multiplyAdds : words.weights;
  const bars = shares.map(
    ({ kind, cost, share, kept }): BarRow => ({
      name: words.name(kind, side),
      bars: [
        { value: 100 * share, tone: 'reference', text: unit(cost, percent(1 - share)) },
        {
          value: 100 * kept,
          tone: 'subject',
          text: words.keeps(percent(kept)),
        },
      ],
    }),
  );
  return {
    title: words.finding({ method, side, ...subject }),
    subtitle: method === 'bottleneck' ? words.inception : words.setting(side),
    alt: words.alt(side, bars),
    spec: barChart({ value: { title: words.axis(side), axis: linearAxis([0, 100]) }, rows: bars }),
  };
}

/** A share as whole per cent. */
const percent = (share: number) => Math.round(100 * share);
const millions = (count: number) => (count / 1e6).toFixed(1);

interface Finding {
  readonly method: Values['method'];
  readonly side: number;
  readonly share: number;
  readonly kept: number;
}

const wordsIn = {
  en: {
    finding: ({ method, side, share, kept }: Finding) => {
      const [saved, left] = [percent(1 - share), percent(kept)];
      switch (method) {
        case 'one-dimensional':
          return `${side}×1 then 1×${side}: ${saved}% fewer weights, but only ${left}% of a random ${side}×${side} kernel survives`;
        case 'stacked-3x3':
          if (side === 3) return 'A 3×3 kernel is the smallest of a stack: nothing left to save';
          return `${countEn(side)} 3×3 see the same ${side}×${side} with ${saved}% fewer weights, but not every kernel fits: ${left}% survives`;
        case 'bottleneck':
          return `A 1×1 bottleneck makes a 5×5 layer ${(1 / share).toFixed(1)} times cheaper; ${left}% of a random layer fits through`;
      }
    },
    setting: (side: number) => `Layers that see ${side}×${side}; kept: energy of random kernels`,
    inception: `GoogLeNet 3a: 28×28 pixels, ${inception.inputs} channels in, ${inception.outputs} out`,
    name: (kind: LayerKind, side: number) => {
      switch (kind) {
        case 'whole':
          return `one ${side}×${side}`;
        case 'stacked-3x3':
          return side === 3 ? 'a stack of one' : `${countEn(side).toLowerCase()} 3×3`;
        case 'one-dimensional':
          return `${side}×1 + 1×${side}`;
        case 'bottleneck':
          return `1×1 to ${inception.channels}, then 5×5`;
      }
    },
    weights: (count: number, saved: number) =>
      saved === 0 ? `${count} weights` : `${count} weights (−${saved}%)`,
    multiplyAdds: (count: number, saved: number) =>
      saved === 0 ? `${millions(count)} M mult-adds` : `${millions(count)} M (−${saved}%)`,
    keeps: (left: number) => `keeps ${left}%`,
    axis: (side: number) => `% of the whole ${side}×${side} layer`,
    alt: (side: number, rows: readonly BarRow[]) =>
      `Bar chart of what a layer with a ${side}×${side} view costs, and of the share of a random kernel's energy it can express. ` +
      `${rows.map(({ name, bars }) => `${name}: ${bars.map(({ text }) => text).join(', ')}`).join('; ')}.`,
  },
  zh: {
    finding: ({ method, side, share, kept }: Finding) => {
      const [saved, left] = [percent(1 - share), percent(kept)];
      switch (method) {
        case 'one-dimensional':
          return `${side}×1 接 1×${side}：权重少 ${saved}%，但随机 ${side}×${side} 核只保住 ${left}%`;
        case 'stacked-3x3':
          if (side === 3) return '3×3 已是堆叠的最小单位，没有可省的';
          return `${countZh(side)} 3×3 同样看到 ${side}×${side}，权重少 ${saved}%，但随机核只保住 ${left}%`;
        case 'bottleneck':
          return `1×1 瓶颈把 5×5 层的开销降到 1/${(1 / share).toFixed(1)}，但随机的一层只保住 ${left}%`;
      }
    },
    setting: (side: number) => `视野都是 ${side}×${side}；保住的是随机核的能量`,
    inception: `GoogLeNet 3a：28×28 像素，输入 ${inception.inputs} 通道，输出 ${inception.outputs} 通道`,
    name: (kind: LayerKind, side: number) => {
      switch (kind) {
        case 'whole':
          return `一个 ${side}×${side}`;
        case 'stacked-3x3':
          return side === 3 ? '只堆一个' : `${countZh(side)} 3×3`;
        case 'one-dimensional':
          return `${side}×1 + 1×${side}`;
        case 'bottleneck':
          return `1×1 到 ${inception.channels} 再 5×5`;
      }
    },
    weights: (count: number, saved: number) =>
      saved === 0 ? `${count} 个权重` : `${count} 个权重（−${saved}%）`,
    multiplyAdds: (count: number, saved: number) =>
      saved === 0 ? `${millions(count)} M 次乘加` : `${millions(count)} M（−${saved}%）`,
    keeps: (left: number) => `保住 ${left}%`,
    axis: (side: number) => `占整个 ${side}×${side} 层的百分比`,
    alt: (side: number, rows: readonly BarRow[]) =>
      `条形图：视野为 ${side}×${side} 的几种做法各要多少开销，又能表达随机核多少能量。` +
      `${rows.map(({ name, bars }) => `${name}：${bars.map(({ text }) => text).join('，')}`).join('；')}。`,
  },
};

/** Of 3×3 kernels for a view of 5×5 or 7×7. */
const countEn = (side: number) => (side === 5 ? 'Two' : 'Three');
const countZh = (side: number) => (side === 5 ? '两个' : '三个');
