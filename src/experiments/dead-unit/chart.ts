import type { Language } from '../../core/question/language.ts';
import { activationTitles } from '../chart/activation-titles.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { readable } from '../chart/number-text.ts';
import { countAxis, linearAxis } from '../chart/value-axis.ts';
import { shock, type UnitName } from './settings.ts';

/** How the error of every network fell, the one asked for first. */
export interface UnitTrace {
  readonly bias: number;
  /** Not one gradient of the first network's hidden weights differed from 0. */
  readonly isStuck: boolean;
  readonly curves: readonly ErrorCurve[];
}

/** A network and its error over the variance of the target, step by step. */
export interface ErrorCurve {
  readonly name: UnitName;
  readonly errors: readonly number[];
}

/** What becomes of a layer that was pushed below 0. */
export function describeChart({ bias, isStuck, curves }: UnitTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const steps = curves[0]?.errors.length ?? 0;
  const told = curves.map(({ name, errors }) => ({
    name: activationTitles[name][language],
    error: errors.at(-1) ?? Number.NaN,
  }));
  const [subject = { name: '', error: Number.NaN }, ...others] = told;
  return {
    title: words.finding({ ...subject, isStuck, isShock: bias <= shock, steps }),
    subtitle: words.setting(readable(bias)),
    alt: words.alt({
      ...subject,
      steps,
      bias: readable(bias),
      others: others.map(words.ends).join(words.and),
    }),
    spec: lineChart({
      x: { title: words.step, axis: countAxis(0, steps) },
      y: { title: words.error, axis: linearAxis([0, highest]) },
      lines: curves
        .map(({ errors }, index) => curve(errors, lineTones[index] ?? 'reference', told[index]))
        .reverse(),
    }),
  };
}

/** A curve enters the picture where it stays below this; a leaking layer can begin far above it. */
const highest = 1.2;

const lineTones = ['subject', 'series-1', 'series-3'] as const;

function curve(
  errors: readonly number[],
  tone: Line['tone'],
  told: { readonly name: string; readonly error: number } | undefined,
): Line {
  const enters = errors.findLastIndex((error) => error > highest) + 1;
  const points = errors.map((y, x) => ({ x, y })).slice(enters);
  return { tone, label: `${told?.name ?? ''}\n${readable(told?.error ?? Number.NaN)}`, points };
}

interface Finding {
  readonly name: string;
  readonly error: number;
  readonly steps: number;
  readonly isStuck: boolean;
  readonly isShock: boolean;
}

interface Told extends Pick<Finding, 'name' | 'error' | 'steps'> {
  readonly bias: string;
  readonly others: string;
}

const percent = (share: number) => `${readable(Number((share * 100).toPrecision(2)))}%`;

const wordsIn = {
  en: {
    finding: ({ name, error, isStuck, isShock, steps }: Finding) => {
      if (isStuck) return `${name}: the gradient is exactly 0, nothing is learnt in ${steps} steps`;
      if (error > 0.5) return `${name}: the gradient gets through, yet ${percent(error)} of the error stays`;
      return `${name}: the layer ${isShock ? 'recovers' : 'learns'}, ${percent(error)} of the error is left`;
    },
    setting: (bias: string) => `4→32→1 regression with Adam, hidden biases start at ${bias}`,
    step: 'training step',
    error: 'error (1 = the best constant)',
    and: ', ',
    ends: ({ name, error }: { readonly name: string; readonly error: number }) =>
      `${name} at ${readable(error)}`,
    alt: ({ name, error, steps, bias, others }: Told) =>
      `Line chart: squared error over the variance of the target during ${steps} training steps, hidden biases ` +
      `starting at ${bias}. ${name} ends at ${readable(error)}; for comparison, ${others}.`,
  },
  zh: {
    finding: ({ name, error, isStuck, isShock, steps }: Finding) => {
      if (isStuck) return `${name}：梯度恰好为 0，${steps} 步什么也没学到`;
      if (error > 0.5) return `${name}：梯度传得回去，但误差还剩 ${percent(error)}`;
      return `${name}：${isShock ? '这一层恢复了' : '学得很好'}，误差只剩 ${percent(error)}`;
    },
    setting: (bias: string) => `4→32→1 回归，Adam，隐藏层偏置从 ${bias} 起步`,
    step: '训练步数',
    error: '误差（1 = 最好的常数）',
    and: '，',
    ends: ({ name, error }: { readonly name: string; readonly error: number }) =>
      `${name} 是 ${readable(error)}`,
    alt: ({ name, error, steps, bias, others }: Told) =>
      `折线图：隐藏层偏置从 ${bias} 起步，训练 ${steps} 步中的平方误差（除以目标的方差）。` +
      `${name} 最后是 ${readable(error)}；作为对照，${others}。`,
  },
};
