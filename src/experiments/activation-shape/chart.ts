import type { Language } from '../../core/question/language.ts';
import { activationTitles } from '../chart/activation-titles.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart, type Point } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { linearAxis } from '../chart/value-axis.ts';
import type { Shape } from './settings.ts';

/** A nonlinearity, and one that behaves differently to hold it against. */
export interface ShapeTrace {
  readonly subject: Curve;
  readonly reference: Curve;
  readonly maxSlope: number;
  readonly flatShare: number;
}

/** A function over the stretch, point by point. */
export interface Curve {
  readonly activation: Shape;
  readonly xs: readonly number[];
  readonly values: readonly number[];
  readonly slopes: readonly number[];
}

/** The slope a gradient is multiplied with, and the function it belongs to. */
export function describeChart(
  { subject, reference, maxSlope, flatShare }: ShapeTrace,
  language: Language,
): ChartDescription {
  const words = wordsIn[language];
  const name = activationTitles[subject.activation][language];
  const referenceName = activationTitles[reference.activation][language];
  const slope = curve(subject.xs, subject.slopes);
  const referenceSlope = curve(reference.xs, reference.slopes);
  const value = curve(subject.xs, subject.values);
  return {
    title: words.finding(name, readable(maxSlope), percent(flatShare)),
    subtitle: words.setting,
    alt: words.alt(name, readable(maxSlope), percent(flatShare), referenceName),
    spec: lineChart({
      x: { title: words.input, axis: linearAxis([-10, 10]) },
      y: { title: words.height, axis: linearAxis([...slope, ...value, ...referenceSlope].map(({ y }) => y)) },
      lines: [
        { label: words.valueOf(name), tone: 'series-1', isDashed: true, points: value },
        { label: words.slopeOf(referenceName), tone: 'reference', points: referenceSlope },
        { label: words.slopeOf(name), tone: 'subject', points: slope },
      ],
    }),
  };
}

/** Where the plot ends: ReLU goes to 10, its slope to 1. */
const ceiling = 2;

/** The part of a curve that is in the plot. */
function curve(xs: readonly number[], ys: readonly number[]): Point[] {
  return xs.map((x, index) => ({ x, y: ys[index] ?? Number.NaN })).filter(({ y }) => Math.abs(y) <= ceiling);
}

const percent = (share: number) => `${Math.round(100 * share)}%`;

const wordsIn = {
  en: {
    finding: (name: string, max: string, flat: string) =>
      `${name}: a slope of at most ${max}, and nearly none on ${flat} of the axis`,
    setting: 'the slope multiplies the gradient; nearly none: below 0.01',
    input: 'input',
    height: 'value and slope',
    valueOf: (name: string) => name,
    slopeOf: (name: string) => `slope of ${name}`,
    alt: (name: string, max: string, flat: string, referenceName: string) =>
      `Line chart from −10 to 10: ${name}, its slope, and the slope of ${referenceName} for comparison. ` +
      `The slope of ${name} is at most ${max}; on ${flat} of the stretch it is below 0.01.`,
  },
  zh: {
    finding: (name: string, max: string, flat: string) =>
      `${name}：斜率最大 ${max}，在 ${flat} 的区间上几乎为 0`,
    setting: '反向传播时梯度要乘上这个斜率；“几乎为 0”指小于 0.01',
    input: '输入',
    height: '函数值与斜率',
    valueOf: (name: string) => name,
    slopeOf: (name: string) => `${name} 的斜率`,
    alt: (name: string, max: string, flat: string, referenceName: string) =>
      `−10 到 10 的折线图：${name}、它的斜率，以及作为对照的 ${referenceName} 的斜率。` +
      `${name} 的斜率最大 ${max}，在 ${flat} 的区间上小于 0.01。`,
  },
};
