import type { Language } from '../../core/question/language.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { linearAxis } from '../chart/value-axis.ts';
import { turns } from '../maths/turned-letters.ts';
import type { Values } from './settings.ts';

/** Test accuracies of both networks, on images as they are and permuted. */
export interface PixelTrace extends Values {
  readonly cnn: readonly [asIs: number, permuted: number];
  readonly mlp: readonly [asIs: number, permuted: number];
}

/** Who needs pixels to have neighbours. */
export function describeChart({ place, steps, cnn, mlp }: PixelTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const row = (name: string, [asIs, permuted]: PixelTrace['cnn']) => ({
    name,
    bars: [
      { value: asIs, tone: 'series-1', text: `${asIs.toFixed(2)} ${words.asIs}` },
      { value: permuted, tone: 'subject', text: `${permuted.toFixed(2)} ${words.permuted}` },
    ] as const,
  });
  const told = { cnn: shown(cnn), mlp: shown(mlp) };
  return {
    title: words.finding(told),
    subtitle: words.setting(steps, words[place]),
    alt: words.alt(told),
    spec: barChart({
      value: { title: words.accuracy, axis: linearAxis([0, 1]) },
      rows: [row('CNN', cnn), row('MLP', mlp)],
      rules: [{ at: 1 / turns, label: words.chance }],
    }),
  };
}

type Pair = readonly [asIs: string, permuted: string];
const shown = ([asIs, permuted]: PixelTrace['cnn']): Pair => [asIs.toFixed(2), permuted.toFixed(2)];

interface Told {
  readonly cnn: Pair;
  readonly mlp: Pair;
}

const wordsIn = {
  en: {
    finding: ({ cnn, mlp }: Told) =>
      `Pixels permuted: the CNN goes from ${cnn[0]} to ${cnn[1]}, the MLP from ${mlp[0]} to ${mlp[1]}`,
    setting: (steps: number, place: string) => `four turns of a T ${place}, 10 × 10, ${steps} steps`,
    anywhere: 'anywhere',
    centre: 'in the centre',
    asIs: 'as is',
    permuted: 'permuted',
    accuracy: 'test accuracy',
    chance: 'guessing',
    alt: ({ cnn, mlp }: Told) =>
      `Bar chart of test accuracy. The CNN reaches ${cnn[0]} on images as they are and ${cnn[1]} on images whose ` +
      `pixels were all permuted in the same way; the MLP ${mlp[0]} and ${mlp[1]}. Guessing gives 0.25.`,
  },
  zh: {
    finding: ({ cnn, mlp }: Told) =>
      `打乱像素：CNN 从 ${cnn[0]} 变为 ${cnn[1]}，MLP 从 ${mlp[0]} 变为 ${mlp[1]}`,
    setting: (steps: number, place: string) => `辨认 T 的四种朝向，${place}，10 × 10，${steps} 步`,
    anywhere: '位置随机',
    centre: '位置居中',
    asIs: '原图',
    permuted: '打乱',
    accuracy: '测试准确率',
    chance: '随机猜',
    alt: ({ cnn, mlp }: Told) =>
      `测试准确率条形图。CNN 在原图上是 ${cnn[0]}，所有图像的像素按同一顺序打乱后是 ${cnn[1]}；` +
      `MLP 分别是 ${mlp[0]} 和 ${mlp[1]}。随机猜是 0.25。`,
  },
};
