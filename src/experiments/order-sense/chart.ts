import type { Language } from '../../core/question/language.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { ChartDescription, Tone } from '../chart/description.ts';
import { linearAxis } from '../chart/value-axis.ts';
import type { ReaderName, Values } from './settings.ts';

/** Share of new sequences whose order each network told. */
export interface OrderTrace {
  readonly values: Values;
  readonly accuracies: Readonly<Record<ReaderName, number>>;
}

/** Who tells which came first. */
export function describeChart({ values, accuracies }: OrderTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const percent = (name: ReaderName) => `${Math.round(100 * accuracies[name])}%`;
  const row = (name: ReaderName, tone: Tone) => ({
    name: words.names[name],
    bars: [{ value: 100 * accuracies[name], tone, text: percent(name) }],
  });
  return {
    title: words.finding(percent('window'), percent('bag')),
    subtitle: words.setting(values.length, values.steps),
    alt: words.alt(percent('window'), percent('recurrent'), percent('bag')),
    spec: barChart({
      rows: [row('window', 'subject'), row('recurrent', 'series-1'), row('bag', 'reference')],
      value: { title: words.accuracy, axis: linearAxis([0, 100]) },
      rules: [{ at: 50, label: words.chance }],
    }),
  };
}

const wordsIn = {
  en: {
    finding: (window: string, bag: string) =>
      `A dense net on a window tells the order ${window} of the time, on a bag of steps ${bag}`,
    setting: (length: number, steps: number) =>
      `A and B among ${length} steps, ${steps} batches of 32 sequences`,
    accuracy: 'right on new sequences, %',
    chance: 'chance',
    names: { window: 'dense net, window', recurrent: 'RNN', bag: 'dense net, bag' },
    alt: (window: string, recurrent: string, bag: string) =>
      `Bar chart of how often three networks tell which of two symbols came first: a dense net that sees the whole window ` +
      `${window}, an RNN ${recurrent}, a dense net that sees a bag of steps without order ${bag}; chance is 50%.`,
  },
  zh: {
    finding: (window: string, bag: string) =>
      `谁先出现？全连接网络看整个窗口，答对 ${window}；只看词袋，答对 ${bag}`,
    setting: (length: number, steps: number) => `${length} 步里有 A 和 B，训练 ${steps} 批，每批 32 条序列`,
    accuracy: '新序列上的正确率，%',
    chance: '随机猜',
    names: { window: '全连接，窗口', recurrent: 'RNN', bag: '全连接，词袋' },
    alt: (window: string, recurrent: string, bag: string) =>
      `条形图：三个网络判断两个符号谁先出现的正确率。看整个窗口的全连接网络 ${window}，RNN ${recurrent}，` +
      `只看词袋、不知次序的全连接网络 ${bag}；随机猜是 50%。`,
  },
};
