import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { fold, powerOfTen, readable } from '../chart/number-text.ts';
import { countAxis, powerAxis } from '../chart/value-axis.ts';

/** The first token's gradient at every length, in units of what attention hands the first of the fewest tokens. */
export interface AttentionTrace {
  readonly dimension: number;
  readonly lengths: readonly number[];
  readonly attention: readonly number[];
  readonly unscaled: readonly number[];
  readonly recurrent: readonly number[];
}

/** What is left for the first token as the sequence grows. */
export function describeChart(trace: AttentionTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { dimension, lengths, attention, unscaled, recurrent } = trace;
  const [shortest = 0, longest = 0] = [lengths[0], lengths.at(-1)];
  const end = (curve: readonly number[]) => curve.at(-1) ?? Number.NaN;
  const share = (curve: readonly number[]) => (end(curve) === 0 ? words.nothing : shareText(end(curve)));
  const curve = (values: readonly number[], tone: Line['tone'], name: string, isDashed = false): Line => ({
    tone,
    isDashed,
    hasDots: true,
    label: `${name}\n${end(values) === 0 ? words.underflow : readable(end(values))}`,
    points: values.map((y, index) => ({ x: lengths[index] ?? 0, y })),
  });
  return {
    title: words.finding(longest, share(attention), share(recurrent)),
    subtitle: words.setting(dimension),
    alt: words.alt(
      shortest,
      longest,
      readable(end(attention)),
      readable(end(unscaled)),
      readable(end(recurrent)),
    ),
    spec: lineChart({
      x: { title: words.length, axis: countAxis(shortest, longest) },
      y: { title: words.gradient(shortest), axis: powerAxis([...attention, ...unscaled, ...recurrent]) },
      lines: [
        curve(recurrent, 'series-1', words.recurrent),
        curve(unscaled, 'reference', words.unscaled, true),
        curve(attention, 'subject', words.attention),
      ],
    }),
  };
}

/** A share as one would say it: "1/21", or "10⁻¹⁶" where nobody would count that far. */
function shareText(share: number): string {
  return share < 1e-4 ? powerOfTen(Math.round(Math.log10(share))) : `1/${fold(share)}`;
}

const wordsIn = {
  en: {
    nothing: 'nothing (underflow)',
    finding: (length: number, attention: string, recurrent: string) =>
      `The first of ${length} tokens: attention leaves it ${attention} of the gradient, a tanh RNN ${recurrent}`,
    setting: (dimension: number) => `attention with d = ${dimension}, RNN with 32 units, untrained`,
    length: 'tokens in the sequence',
    gradient: (shortest: number) => `gradient (${shortest} tokens = 1)`,
    attention: 'attention',
    unscaled: 'without ÷√d',
    recurrent: 'tanh RNN',
    underflow: '0 (underflow)',
    alt: (shortest: number, longest: number, attention: string, unscaled: string, recurrent: string) =>
      `Line chart on a logarithmic axis: the gradient that reaches the first token of a typical sequence, for sequences of ` +
      `${shortest} to ${longest} tokens, in units of attention over ${shortest} tokens. Attention ends at ${attention}, attention ` +
      `without division by √d at ${unscaled}, a tanh RNN at ${recurrent}.`,
  },
  zh: {
    nothing: '0（下溢）',
    finding: (length: number, attention: string, recurrent: string) =>
      `${length} 个词元里的第一个：注意力给它留下 ${attention} 的梯度，tanh RNN 只留 ${recurrent}`,
    setting: (dimension: number) => `注意力 d = ${dimension}，RNN 32 个单元，未训练`,
    length: '序列里的词元数',
    gradient: (shortest: number) => `梯度（${shortest} 个词元 = 1）`,
    attention: '注意力',
    unscaled: '不除以 √d',
    recurrent: 'tanh RNN',
    underflow: '0（下溢）',
    alt: (shortest: number, longest: number, attention: string, unscaled: string, recurrent: string) =>
      `对数坐标折线图：典型序列里第一个词元得到的梯度，序列长度从 ${shortest} 到 ${longest}，以注意力在 ${shortest} 个词元时为 1。` +
      `注意力最后是 ${attention}，不除以 √d 的注意力是 ${unscaled}，tanh RNN 是 ${recurrent}。`,
  },
};
