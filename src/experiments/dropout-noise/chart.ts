import type { Language } from '../../core/question/language.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { linearAxis } from '../chart/value-axis.ts';
import type { UnitNoise } from './activation.ts';
import type { Values } from './settings.ts';

/** Where training ended, and the noise of a unit at several rates. */
export interface DropoutTrace extends Values {
  readonly dropped: Distances;
  readonly noisy: Distances;
  readonly units: readonly UnitNoise[];
}

/** From two solutions that are known in closed form. */
export interface Distances {
  readonly toRidge: number;
  readonly toLeastSquares: number;
}

/** Where dropout leads, or what it does to a unit. */
export function describeChart(trace: DropoutTrace, language: Language): ChartDescription {
  return trace.view === 'solution' ? describeSolution(trace, language) : describeUnit(trace, language);
}

function describeSolution({ rate, dropped, noisy }: DropoutTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const row = (name: string, { toRidge, toLeastSquares }: Distances) => ({
    name,
    bars: [
      { value: toRidge, tone: 'subject', text: words.toRidge(short(toRidge)) },
      { value: toLeastSquares, tone: 'reference', text: words.toLeastSquares(short(toLeastSquares)) },
    ] as const,
  });
  const values = [dropped, noisy].flatMap(({ toRidge, toLeastSquares }) => [toRidge, toLeastSquares]);
  return {
    title: words.finding(dropped, noisy),
    subtitle: words.setting(rate),
    alt: words.alt(dropped, noisy),
    spec: barChart({
      value: { title: words.distance, axis: linearAxis(values) },
      rows: [row(words.dropout, dropped), row(words.noisy, noisy)],
    }),
  };
}

function describeUnit({ rate, units }: DropoutTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const unit = units.find((each) => each.rate === rate) ?? none;
  const largest = Math.max(...units.map(({ predicted, variance }) => Math.max(predicted, variance)));
  return {
    title: words.unitFinding(unit),
    subtitle: words.unitSetting,
    alt: words.unitAlt(unit, units),
    spec: lineChart({
      x: { title: words.rate, axis: linearAxis([0, 0.8]) },
      y: { title: words.variance, axis: linearAxis([0, largest]) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: words.formula,
          points: units.map(({ rate: x, predicted }) => ({ x, y: predicted })),
        },
        {
          tone: 'subject',
          label: words.measured,
          hasDots: true,
          points: units.map(({ rate: x, variance }) => ({ x, y: variance })),
        },
      ],
    }),
  };
}

const none: UnitNoise = { rate: 0, meanShift: 0, variance: 0, predicted: 1 };
/** Two digits are enough for a distance. */
const short = (distance: number) => readable(Number(distance.toPrecision(2)));
const twoDigits = (value: number) => value.toFixed(2).replace('-', '−');
const ratio = ({ variance, predicted }: UnitNoise) => twoDigits(variance / predicted);

const wordsIn = {
  en: {
    finding: (dropped: Distances, noisy: Distances) =>
      `Dropout ends ${short(dropped.toRidge)} from ridge; the same noise on the gradient, ` +
      `${short(noisy.toLeastSquares)} from least squares`,
    setting: (rate: number) => `Linear regression of 10 features, p = ${rate}, 400 steps, averaged`,
    dropout: 'dropout on the inputs',
    noisy: 'the same noise on the gradient',
    toRidge: (distance: string) => `${distance} to ridge`,
    toLeastSquares: (distance: string) => `${distance} to least squares`,
    distance: 'relative distance of the weights',
    alt: (dropped: Distances, noisy: Distances) =>
      `Bar chart of relative distances. Training with dropout ends ${readable(dropped.toRidge)} from the ridge solution and ` +
      `${readable(dropped.toLeastSquares)} from least squares; with the same noise on the gradient it ends ` +
      `${readable(noisy.toRidge)} from ridge and ${readable(noisy.toLeastSquares)} from least squares.`,
    unitFinding: (unit: UnitNoise) =>
      `Dropout at p = ${unit.rate} leaves the mean alone; the variance is ${ratio(unit)} times p/(1−p)·Σ(aw)²`,
    unitSetting: 'A linear unit of 50 rectified inputs, 4,000 masks per rate',
    rate: 'dropout rate p',
    variance: 'variance of the unit',
    formula: 'p/(1−p)·Σ(aw)²',
    measured: 'measured',
    unitAlt: (unit: UnitNoise, units: readonly UnitNoise[]) =>
      `Line chart of the variance of a linear unit against the dropout rate. From p = ${units[0]?.rate ?? 0} to ` +
      `${units.at(-1)?.rate ?? 0} the measured variance lies on the curve p/(1−p)·Σ(aw)²; at p = ${unit.rate} it is ` +
      `${ratio(unit)} times that.`,
  },
  zh: {
    finding: (dropped: Distances, noisy: Distances) =>
      `Dropout 停在岭回归解（差 ${short(dropped.toRidge)}），` +
      `同样的梯度噪声停在最小二乘解（差 ${short(noisy.toLeastSquares)}）`,
    setting: (rate: number) => `10 个特征的线性回归，p = ${rate}，400 步，取平均`,
    dropout: '输入上的 dropout',
    noisy: '同样的噪声加在梯度上',
    toRidge: (distance: string) => `距岭回归 ${distance}`,
    toLeastSquares: (distance: string) => `距最小二乘 ${distance}`,
    distance: '权重的相对距离',
    alt: (dropped: Distances, noisy: Distances) =>
      `相对距离的条形图。用 dropout 训练，最后距岭回归解 ${readable(dropped.toRidge)}，距最小二乘解 ` +
      `${readable(dropped.toLeastSquares)}；把同样的噪声加在梯度上，则分别是 ${readable(noisy.toRidge)} 和 ` +
      `${readable(noisy.toLeastSquares)}。`,
    unitFinding: (unit: UnitNoise) =>
      `p = ${unit.rate} 的 dropout：均值不变，方差是 p/(1−p)·Σ(aw)² 的 ${ratio(unit)} 倍`,
    unitSetting: '50 个整流输入的线性单元，每个概率 4,000 个掩码',
    rate: '丢弃概率 p',
    variance: '单元输出的方差',
    formula: 'p/(1−p)·Σ(aw)²',
    measured: '实测',
    unitAlt: (unit: UnitNoise, units: readonly UnitNoise[]) =>
      `折线图：线性单元输出的方差随丢弃概率的变化。从 p = ${units[0]?.rate ?? 0} 到 ${units.at(-1)?.rate ?? 0}，` +
      `实测方差都落在 p/(1−p)·Σ(aw)² 的曲线上；p = ${unit.rate} 时是它的 ${ratio(unit)} 倍。`,
  },
};
