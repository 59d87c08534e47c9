import type { Language } from '../../core/question/language.ts';
import { activationTitles } from '../chart/activation-titles.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { countAxis, linearAxis, powerAxis } from '../chart/value-axis.ts';
import type { Moments } from './moments.ts';
import { comparedLayer, type Values } from './settings.ts';

/** How mean and variance went, layer by layer, the inputs first. */
export interface MomentTrace extends Pick<Values, 'activation' | 'quantity' | 'width'> {
  /** One path for every start. */
  readonly paths: readonly (readonly Moments[])[];
  /** Of other layers, from the first start. */
  readonly reference: Pick<Values, 'activation'> & { readonly path: readonly Moments[] };
}

/** Where mean or variance of the activations go, from several starts. */
export function describeChart(trace: MomentTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { quantity, paths, reference } = trace;
  const depth = (paths[0]?.length ?? 1) - 1;
  const series = paths.map((path) => path.map((moments) => moments[quantity]));
  const other = reference.path.map((moments) => moments[quantity]);
  const told: Told = {
    name: activationTitles[trace.activation][language],
    other: activationTitles[reference.activation][language],
    depth,
    quantity,
    compared: series.map((values) => values[comparedLayer] ?? Number.NaN),
    end: series[0]?.at(-1) ?? Number.NaN,
    otherEnd: other.at(-1) ?? Number.NaN,
  };
  const axis = quantity === 'variance' ? powerAxis : linearAxis;
  return {
    title: words.finding(told),
    subtitle: words.setting(depth, trace.width),
    alt: words.alt(told),
    spec: lineChart({
      x: { title: words.layer, axis: countAxis(0, depth) },
      y: { title: words[quantity], axis: axis([...series.flat(), ...other]) },
      lines: [
        { points: pointsOf(other), tone: 'reference', label: `${told.other}\n${short(told.otherEnd)}` },
        ...subjects(series, told.name),
      ],
    }),
  };
}

const pointsOf = (values: readonly number[]) => values.map((y, x) => ({ x, y }));

/** Curves of one tone, the first with a label for them all. */
function subjects(series: readonly (readonly number[])[], name: string): Line[] {
  const label = `${name}\n${rangeOf(series.map((values) => values.at(-1) ?? Number.NaN))}`;
  return series.map((values, index) => ({
    points: pointsOf(values),
    tone: 'subject',
    ...(index === 0 && { label }),
  }));
}

/** Where curves end: one number where they end close together. */
function rangeOf(ends: readonly number[]): string {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const areClose = high - low < 0.1 || high < 1.5 * low;
  return areClose ? short(ends[0] ?? Number.NaN) : `${short(low)}–${short(high)}`;
}

interface Told {
  readonly name: string;
  readonly other: string;
  readonly depth: number;
  readonly quantity: Values['quantity'];
  /** Of every start, at the compared layer. */
  readonly compared: readonly number[];
  /** At the last layer, of the first start. */
  readonly end: number;
  readonly otherEnd: number;
}

const lowest = ({ compared }: Told) => Math.min(...compared);
const highest = ({ compared }: Told) => Math.max(...compared);
const short = (value: number) => readable(Number(value.toPrecision(2)));
const farthest = (told: Told) => short(Math.max(-lowest(told), highest(told)));

/** Whether the starts have met, at mean 0 or variance 1. */
function hasMet(told: Told): boolean {
  return told.quantity === 'mean'
    ? lowest(told) >= -0.1 && highest(told) <= 0.1
    : lowest(told) >= 0.85 && highest(told) <= 1.15;
}

const wordsIn = {
  en: {
    finding: (told: Told) => {
      const { name, quantity, depth, end } = told;
      if (quantity === 'mean')
        return hasMet(told)
          ? `${name}: from five starts the mean is back at 0 after ${comparedLayer} layers (within ${farthest(told)})`
          : `${name}: the mean does not go to 0 (${short(lowest(told))} to ${short(highest(told))} after ${comparedLayer} layers)`;
      if (hasMet(told))
        return `${name}: from five starts the variance is back at 1 after ${comparedLayer} layers (${readable(lowest(told))}–${readable(highest(told))})`;
      if (end < 0.1) return `${name}: the variance shrinks to ${short(end)} in ${depth} layers`;
      return `${name}: every start keeps a variance of its own (${short(lowest(told))} to ${short(highest(told))} after ${comparedLayer} layers)`;
    },
    setting: (depth: number, width: number) =>
      `${depth} random layers × ${width}; start: mean 0–0.5, variance 0.25–4`,
    layer: 'layer (0 = input)',
    variance: 'variance of the activations',
    mean: 'mean of the activations',
    alt: (told: Told) =>
      `Line chart: ${told.quantity} of the activations in ${told.depth} layers of ${told.name}, from five different ` +
      `inputs. After ${comparedLayer} layers they lie between ${readable(lowest(told))} and ${readable(highest(told))}. ` +
      `${told.other}, for comparison, ends at ${short(told.otherEnd)}.`,
  },
  zh: {
    finding: (told: Told) => {
      const { name, quantity, depth, end } = told;
      if (quantity === 'mean')
        return hasMet(told)
          ? `${name}：五种起点，${comparedLayer} 层之后，均值都回到 0（相差不到 ${farthest(told)}）`
          : `${name}：均值回不到 0（${comparedLayer} 层后从 ${short(lowest(told))} 到 ${short(highest(told))}）`;
      if (hasMet(told))
        return `${name}：五种起点，${comparedLayer} 层之后，方差都回到 1（${readable(lowest(told))}–${readable(highest(told))}）`;
      if (end < 0.1) return `${name}：${depth} 层后方差缩小到 ${short(end)}`;
      return `${name}：起点不同，方差就不同（${comparedLayer} 层后从 ${short(lowest(told))} 到 ${short(highest(told))}）`;
    },
    setting: (depth: number, width: number) =>
      `${depth} 个随机层 × ${width} 个单元；起点均值 0–0.5，方差 0.25–4`,
    layer: '层（0 = 输入）',
    variance: '激活的方差',
    mean: '激活的均值',
    alt: (told: Told) =>
      `折线图：${told.name} 的 ${told.depth} 层中激活的${told.quantity === 'mean' ? '均值' : '方差'}，五种不同的输入。` +
      `${comparedLayer} 层后在 ${readable(lowest(told))} 到 ${readable(highest(told))} 之间。` +
      `作为对照，${told.other} 最后是 ${short(told.otherEnd)}。`,
  },
};
