import type { Language } from '../../core/question/language.ts';
import { type BarRow, barChart } from '../chart/bar-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { linearAxis } from '../chart/value-axis.ts';
import { turns } from '../maths/turned-letters.ts';
import type { Accuracies } from './augmentation.ts';
import type { Changed } from './pooling.ts';
import type { Values } from './settings.ts';

/** What both parts did. */
export interface BitTrace extends Values {
  readonly changed: Changed;
  readonly asIs: Accuracies;
  readonly shifted: Accuracies;
}

/** What a shift changes behind pooling, or what training on shifts changes. */
export function describeChart(trace: BitTrace, language: Language): ChartDescription {
  return trace.part === 'pooling' ? describePooling(trace, language) : describeAugmentation(trace, language);
}

function describePooling({ changed, shift }: BitTrace, language: Language): ChartDescription {
  const words = wordsIn[language].pooling;
  const { unpooled, separate, overlapping } = changed;
  const told = {
    shift,
    unpooled: percent(unpooled),
    separate: percent(separate),
    overlapping: percent(overlapping),
  };
  const row = (name: keyof Changed, tone: 'reference' | 'series-1' | 'subject'): BarRow => ({
    name: words.names[name],
    bars: [{ value: 100 * changed[name], tone, text: told[name] }],
  });
  return {
    title: words.finding(told),
    subtitle: words.setting,
    alt: words.alt(told),
    spec: barChart({
      value: { title: words.axis, axis: linearAxis([0, 100]) },
      rows: [row('unpooled', 'reference'), row('separate', 'series-1'), row('overlapping', 'subject')],
    }),
  };
}

function describeAugmentation({ asIs, shifted, steps }: BitTrace, language: Language): ChartDescription {
  const words = wordsIn[language].augmentation;
  const row = (name: string, { training, test }: Accuracies): BarRow => ({
    name,
    bars: [
      { value: training, tone: 'series-1', text: `${training.toFixed(2)} ${words.training}` },
      { value: test, tone: 'subject', text: `${test.toFixed(2)} ${words.test}` },
    ],
  });
  const told = { asIs: shown(asIs), shifted: shown(shifted) };
  return {
    title: words.finding(told),
    subtitle: words.setting(steps),
    alt: words.alt(told),
    spec: barChart({
      value: { title: words.axis, axis: linearAxis([0, 1]) },
      rows: [row(words.asIs, asIs), row(words.shifted, shifted)],
      rules: [{ at: 1 / turns, label: words.chance }],
    }),
  };
}

const percent = (share: number) => `${Math.round(100 * share)}%`;

const shown = ({ training, test }: Accuracies) => ({
  training: training.toFixed(2),
  test: test.toFixed(2),
});

type Pooled = Readonly<Record<keyof Changed, string>> & { readonly shift: number };
type Trained = Readonly<Record<'asIs' | 'shifted', ReturnType<typeof shown>>>;

const wordsIn = {
  en: {
    pooling: {
      finding: ({ shift, separate, overlapping }: Pooled) =>
        `A shift by ${shift} px changes ${separate} of 2×2 pools and ${overlapping} of overlapping 3×3 pools`,
      setting: 'letters in noise, max pooling with stride 2',
      axis: 'outputs changed, %',
      names: { unpooled: 'no pooling', separate: '2×2', overlapping: '3×3' },
      alt: ({ shift, unpooled, separate, overlapping }: Pooled) =>
        `Bar chart of the share of numbers that change when the image moves by ${shift} px: without pooling ${unpooled}, ` +
        `after max pooling of 2×2 with stride 2 ${separate}, after overlapping pooling of 3×3 with stride 2 ${overlapping}.`,
    },
    augmentation: {
      finding: ({ asIs, shifted }: Trained) =>
        `Random shifts: training goes from ${asIs.training} to ${shifted.training}, test from ${asIs.test} to ${shifted.test}`,
      setting: (steps: number) => `MLP, four turns of a T anywhere, ${steps} steps`,
      axis: 'accuracy',
      asIs: 'as is',
      shifted: 'shifted',
      training: 'training',
      test: 'test',
      chance: 'guessing',
      alt: ({ asIs, shifted }: Trained) =>
        `Bar chart of an MLP’s accuracy. Trained on images as they are it reaches ${asIs.training} on them and ${asIs.test} ` +
        `on new ones; trained on images shifted at random ${shifted.training} and ${shifted.test}. Guessing gives 0.25.`,
    },
  },
  zh: {
    pooling: {
      finding: ({ shift, separate, overlapping }: Pooled) =>
        `平移 ${shift} 个像素，2×2 池化变了 ${separate}，重叠的 3×3 变了 ${overlapping}`,
      setting: '带噪声的字母，最大池化，步幅 2',
      axis: '变了的输出，%',
      names: { unpooled: '不池化', separate: '2×2', overlapping: '3×3' },
      alt: ({ shift, unpooled, separate, overlapping }: Pooled) =>
        `条形图：图像平移 ${shift} 个像素后，变了的数占多少。不池化 ${unpooled}，` +
        `2×2、步幅 2 的最大池化 ${separate}，重叠的 3×3、步幅 2 的最大池化 ${overlapping}。`,
    },
    augmentation: {
      finding: ({ asIs, shifted }: Trained) =>
        `随机平移：训练从 ${asIs.training} 变为 ${shifted.training}，测试从 ${asIs.test} 变为 ${shifted.test}`,
      setting: (steps: number) => `MLP 辨认 T 的四种朝向，位置随机，${steps} 步`,
      axis: '准确率',
      asIs: '原图',
      shifted: '随机平移',
      training: '训练',
      test: '测试',
      chance: '随机猜',
      alt: ({ asIs, shifted }: Trained) =>
        `MLP 准确率条形图。用原图训练：训练集 ${asIs.training}，新图 ${asIs.test}；` +
        `用随机平移的图训练：${shifted.training} 和 ${shifted.test}。随机猜是 0.25。`,
    },
  },
};
