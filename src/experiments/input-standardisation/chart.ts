import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart, type Point } from '../chart/line-chart.ts';
import { powerAxis } from '../chart/value-axis.ts';
import type { Descent } from './regression.ts';
import type { Values } from './settings.ts';

/** The way down on the raw and on the prepared table. */
export interface DescentTrace extends Values {
  readonly raw: Descent;
  readonly prepared: Descent;
}

/** The loss that is still to lose, step by step, on two logarithmic axes. */
export function describeChart(
  { preparation, spread, raw, prepared }: DescentTrace,
  language: Language,
): ChartDescription {
  const words = wordsIn[language];
  const name = words.names[preparation];
  const last = raw.curve.at(-1)?.step ?? 1;
  const points = ({ curve }: Descent) =>
    curve.map(({ step, excess }) => ({ x: step, y: Math.max(excess, floor) }));
  const told = { name, rawSteps: count(raw.steps), steps: count(prepared.steps) };
  return {
    title: words.finding(told),
    subtitle: words.setting(spread),
    alt: words.alt(told),
    spec: lineChart({
      x: { title: words.step, axis: powerAxis([1, last]) },
      y: { title: words.excess, axis: powerAxis([1, floor]) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: '1%',
          points: [
            { x: 1, y: 0.01 },
            { x: last, y: 0.01 },
          ],
        },
        { tone: 'series-1', points: points(raw) },
        { tone: 'subject', points: points(prepared), hasDots: prepared.curve.length < mostDots },
      ],
      notes: [
        { at: below(raw, 0.08), side: 'right', tone: 'series-1', text: words.raw },
        { at: below(prepared, 0.03), side: 'right', tone: 'subject', text: name },
      ],
    }),
  };
}

/** The picture ends here; below 1% nobody needs to follow. */
const floor = 1e-3;

/** More dots than this run into a band. */
const mostDots = 20;

/** The first point of a curve below a level. */
function below({ curve }: Descent, level: number): Point {
  return place(curve.find(({ excess }) => excess < level));
}

function place(point: Descent['curve'][number] | undefined): Point {
  return { x: point?.step ?? 1, y: Math.max(point?.excess ?? 1, floor) };
}

const count = (steps: number) => steps.toLocaleString('en-US');

interface Told {
  readonly name: string;
  readonly rawSteps: string;
  readonly steps: string;
}

const wordsIn = {
  en: {
    names: { standardise: 'standardised', centre: 'centred', scale: 'scaled' },
    finding: ({ name, rawSteps, steps }: Told) =>
      `Raw features need ${rawSteps} steps, ${name} ones ${steps}; the best fit is the same`,
    setting: (spread: number) => `Linear regression, deviations 1, 3 and ${spread}, best rate for each`,
    step: 'step of gradient descent',
    excess: 'excess loss (start = 1)',
    raw: 'raw',
    alt: ({ name, rawSteps, steps }: Told) =>
      `Line chart on two logarithmic axes: the loss above its minimum, step by step. With raw features it falls below 1% of ` +
      `its start after ${rawSteps} steps, with ${name} ones after ${steps}.`,
  },
  zh: {
    names: { standardise: '标准化', centre: '去均值', scale: '只除标准差' },
    finding: ({ name, rawSteps, steps }: Told) => `${name}把 ${rawSteps} 步变成 ${steps} 步，最优解不变`,
    setting: (spread: number) => `线性回归，特征标准差 1、3、${spread}，各用最合适的学习率`,
    step: '梯度下降步数',
    excess: '超出最优的损失（起点 = 1）',
    raw: '原始特征',
    alt: ({ name, rawSteps, steps }: Told) =>
      `双对数折线图：逐步的超出最优的损失。原始特征要 ${rawSteps} 步才降到起点的 1% 以下，${name}后 ${steps} 步。`,
  },
};
