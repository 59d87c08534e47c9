import type { Language } from '../../core/question/language.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { ChartDescription } from '../chart/description.ts';
import { linearAxis } from '../chart/value-axis.ts';
import { informative, type Values, type Version } from './settings.ts';

/** Right answers on new rows, by who learnt which version of the table. */
export interface TabularTrace {
  readonly values: Values;
  readonly stumps: Accuracies;
  readonly mlp: Accuracies;
}

type Accuracies = Readonly<Record<Version, number>>;

/** Who minds when columns trade places, and who when they are mixed. */
export function describeChart({ values, stumps, mlp }: TabularTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const row = (name: string, accuracies: Accuracies) => ({
    name,
    bars: (
      [
        ['raw', 'series-1'],
        ['shuffled', 'reference'],
        ['rotated', 'subject'],
      ] as const
    ).map(([version, tone]) => ({
      value: 100 * accuracies[version],
      tone,
      text: words[version](percent(accuracies[version])),
    })),
  });
  return {
    title: words.finding(told(stumps), told(mlp)),
    subtitle: words.setting(values.samples, informative + values.uninformative),
    alt: words.alt(told(stumps), told(mlp)),
    spec: barChart({
      rows: [row(words.stumps(values.rounds), stumps), row(words.mlp, mlp)],
      value: { title: words.accuracy, axis: linearAxis([0, 100]) },
      rules: [{ at: 50, label: words.chance }],
    }),
  };
}

/** Whole per cent, but no 100% that is none. */
const percent = (share: number) =>
  share > 0.99 && share < 1 ? `${(100 * share).toFixed(1)}%` : `${Math.round(100 * share)}%`;

const told = ({ raw, shuffled, rotated }: Accuracies): Told => ({
  raw: percent(raw),
  shuffled: percent(shuffled),
  rotated: percent(rotated),
});

type Told = Readonly<Record<Version, string>>;

const wordsIn = {
  en: {
    finding: (stumps: Told, mlp: Told) =>
      `Rotated, boosted stumps go from ${stumps.raw} to ${stumps.rotated}; ` +
      (mlp.raw === mlp.rotated
        ? `the MLP stays at ${mlp.raw}`
        : `the MLP, from ${mlp.raw} to ${mlp.rotated}`),
    setting: (rows: number, columns: number) =>
      `${rows} rows, ${columns} columns, ${informative} of which count by thresholds`,
    stumps: (rounds: number) => `${rounds} boosted stumps`,
    mlp: 'MLP',
    raw: (accuracy: string) => `${accuracy} as it is`,
    shuffled: (accuracy: string) => `${accuracy} columns shuffled`,
    rotated: (accuracy: string) => `${accuracy} rotated`,
    accuracy: 'right on new rows, %',
    chance: 'chance',
    alt: (stumps: Told, mlp: Told) =>
      `Bar chart of right answers on new rows. Boosted stumps: ${stumps.raw} on the table as it is, ${stumps.shuffled} ` +
      `with its columns shuffled, ${stumps.rotated} rotated. MLP: ${mlp.raw}, ${mlp.shuffled} and ${mlp.rotated}. ` +
      'Chance is 50%.',
  },
  zh: {
    finding: (stumps: Told, mlp: Told) =>
      `旋转表格，提升树桩从 ${stumps.raw} 变为 ${stumps.rotated}，` +
      (mlp.raw === mlp.rotated ? `MLP 仍是 ${mlp.raw}` : `MLP 从 ${mlp.raw} 到 ${mlp.rotated}`),
    setting: (rows: number, columns: number) =>
      `${rows} 行 ${columns} 列，其中 ${informative} 列按阈值起作用`,
    stumps: (rounds: number) => `${rounds} 个提升树桩`,
    mlp: 'MLP',
    raw: (accuracy: string) => `原样 ${accuracy}`,
    shuffled: (accuracy: string) => `打乱列序 ${accuracy}`,
    rotated: (accuracy: string) => `旋转后 ${accuracy}`,
    accuracy: '新数据上的正确率，%',
    chance: '随机猜',
    alt: (stumps: Told, mlp: Told) =>
      `条形图：新数据上的正确率。提升树桩：表格原样 ${stumps.raw}，打乱列序 ${stumps.shuffled}，旋转后 ${stumps.rotated}。` +
      `MLP：依次是 ${mlp.raw}、${mlp.shuffled}、${mlp.rotated}。随机猜是 50%。`,
  },
};
