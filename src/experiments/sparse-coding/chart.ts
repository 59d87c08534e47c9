import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { countAxis, powerAxis } from '../chart/value-axis.ts';
import type { Values } from './settings.ts';

/** How far above the optimum each way to a code is. */
export interface SparseTrace extends Omit<Values, 'steps'> {
  /** From before the first step to the last. */
  readonly ista: readonly number[];
  readonly fista: readonly number[];
  readonly encoderGap: number;
  /** Coefficients in use at the optimum, of all there are. */
  readonly nonZeros: number;
  readonly atoms: number;
}

/** Iterations against one pass. */
export function describeChart(trace: SparseTrace, language: Language): ChartDescription {
  const { penalty, active, ista, fista, encoderGap } = trace;
  const words = wordsIn[language];
  const steps = fista.length - 1;
  const told: Told = { ...trace, steps, fistaGap: fista.at(-1) ?? 0, istaGap: ista.at(-1) ?? 0 };
  const line = (tone: Line['tone'], name: string, gaps: readonly number[]): Line => ({
    tone,
    label: `${name} ${readable(gaps.at(-1) ?? 0)}`,
    points: gaps.map((gap, step) => ({ x: step, y: gap })),
  });
  return {
    title: words.finding(told),
    subtitle: words.setting(active, penalty),
    alt: words.alt(told),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, steps) },
      y: { title: words.gap, axis: powerAxis([...ista, ...fista, encoderGap]) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: `${words.encoder} ${readable(encoderGap)}`,
          points: [0, steps].map((x) => ({ x, y: encoderGap })),
        },
        line('series-1', 'ISTA', ista),
        line('subject', 'FISTA', fista),
      ],
    }),
  };
}

interface Told extends SparseTrace {
  readonly steps: number;
  readonly fistaGap: number;
  readonly istaGap: number;
}

const wordsIn = {
  en: {
    finding: ({ penalty, encoderGap, fistaGap, steps, nonZeros, atoms }: Told) =>
      penalty === 0
        ? `Without L1 one linear pass is exact, with ${nonZeros} of ${atoms} atoms in use`
        : `An encoder’s one pass stays ${readable(encoderGap)} off, ${steps} FISTA steps ${readable(fistaGap)}; ` +
          `${nonZeros} of ${atoms} atoms in use`,
    setting: (active: number, penalty: number) =>
      `A signal made of ${active} atoms, length 30, λ = ${penalty}`,
    step: 'step',
    gap: 'objective above the optimum',
    encoder: 'encoder',
    alt: ({ encoderGap, fistaGap, istaGap, steps, nonZeros, atoms }: Told) =>
      `Line chart on a logarithmic axis: how far the sparse-coding objective is above its optimum. After ${steps} steps ISTA ` +
      `is ${readable(istaGap)} and FISTA ${readable(fistaGap)} away; one pass through a fitted encoder stays at ` +
      `${readable(encoderGap)}. The optimal code uses ${nonZeros} of ${atoms} atoms.`,
  },
  zh: {
    finding: ({ penalty, encoderGap, fistaGap, nonZeros, atoms }: Told) =>
      penalty === 0
        ? `不加 L1，一次线性编码就精确，${atoms} 个原子用了 ${nonZeros} 个`
        : `编码器一次前向差 ${readable(encoderGap)}，FISTA 只差 ${readable(fistaGap)}；` +
          `${atoms} 个原子用 ${nonZeros} 个`,
    setting: (active: number, penalty: number) => `由 ${active} 个原子合成的信号，长度 30，λ = ${penalty}`,
    step: '迭代步数',
    gap: '目标函数超出最优值',
    encoder: '编码器',
    alt: ({ encoderGap, fistaGap, istaGap, steps, nonZeros, atoms }: Told) =>
      `对数坐标折线图：稀疏编码目标函数超出最优值多少。${steps} 步后 ISTA 还差 ${readable(istaGap)}，FISTA 还差 ` +
      `${readable(fistaGap)}；拟合好的编码器一次前向停在 ${readable(encoderGap)}。最优编码用了 ${atoms} 个原子中的 ${nonZeros} 个。`,
  },
};
