import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { countAxis, powerAxis } from '../chart/value-axis.ts';
import { excessText, excessWords, finest } from './excess-text.ts';
import { asGood, type CoderName, type Values } from './settings.ts';

/** How far from giving back its inputs each autoencoder was before every step and is in the end, and PCA. */
export interface CoderTrace {
  readonly values: Values;
  readonly best: number;
  readonly errors: Readonly<Record<CoderName, readonly number[]>>;
}

/** Steps between points of a curve, which nobody could tell apart. */
const mostPoints = 200;

/** How far above PCA training leaves them. */
export function describeChart({ values, best, errors }: CoderTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const steps = errors.linear.length - 1;
  const every = Math.ceil(steps / mostPoints);
  const excesses = (name: CoderName) => errors[name].map((error) => Math.max(error / best - 1, finest));
  const end = (name: CoderName) => (errors[name].at(-1) ?? Number.NaN) / best - 1;
  const line = (name: CoderName, tone: 'subject' | 'series-1') => ({
    label: `${words.names[name]} ${excessText(end(name))}`,
    tone,
    points: excesses(name)
      .map((y, x) => ({ x, y }))
      .filter(({ x }) => x % every === 0 || x === steps),
  });
  const told = { linear: excessWords(end('linear'), language), tanh: excessWords(end('tanh'), language) };
  return {
    title: words.finding[end('linear') <= asGood ? 'equal' : 'above'](told.linear, told.tanh, steps),
    subtitle: words.setting(values.code),
    alt: words.alt(told.linear, told.tanh, steps),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, steps) },
      y: { title: words.excess, axis: powerAxis([...excesses('linear'), ...excesses('tanh')]) },
      lines: [line('tanh', 'series-1'), line('linear', 'subject')],
    }),
  };
}

const wordsIn = {
  en: {
    finding: {
      equal: (linear: string, tanh: string) => `A linear autoencoder ends ${linear} PCA, with tanh ${tanh}`,
      above: (linear: string, _: string, steps: number) =>
        `After ${steps} steps the linear autoencoder is still ${linear} PCA`,
    },
    setting: (code: number) => `300 samples, 12–${code}–12, full-batch Adam`,
    step: 'training step',
    excess: 'excess over PCA (1 = 100%)',
    names: { linear: 'linear', tanh: 'tanh code' },
    alt: (linear: string, tanh: string, steps: number) =>
      `Line chart on a logarithmic axis: how far the reconstruction error of two autoencoders lies above PCA’s over ${steps} training steps. ` +
      `The linear one ends ${linear}, the one with a tanh code ${tanh}.`,
  },
  zh: {
    finding: {
      equal: (linear: string, tanh: string) => `线性自编码器的误差比 PCA ${linear}，加上 tanh ${tanh}`,
      above: (linear: string, _: string, steps: number) =>
        `训练 ${steps} 步，线性自编码器的误差仍比 PCA ${linear}`,
    },
    setting: (code: number) => `300 个样本，12–${code}–12，全批量 Adam`,
    step: '训练步数',
    excess: '误差比 PCA 高出（1 = 100%）',
    names: { linear: '线性', tanh: 'tanh 编码' },
    alt: (linear: string, tanh: string, steps: number) =>
      `对数坐标折线图：训练 ${steps} 步，两个自编码器的重构误差比 PCA 高出多少。线性的最后${linear}，编码过 tanh 的${tanh}。`,
  },
};
