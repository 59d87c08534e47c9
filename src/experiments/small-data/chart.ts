import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { lineChart } from '../chart/line-chart.ts';
import { linearAxis, type ValueAxis } from '../chart/value-axis.ts';
import { repeats } from './samples.ts';
import { sizes, type Values } from './settings.ts';

/** Right answers by number of training samples. */
export interface SmallDataTrace {
  readonly values: Values;
  /** The fewest samples first. */
  readonly standings: readonly Standing[];
  /** What knowing the truth would give. */
  readonly best: number;
}

/** Two models that learnt from as many samples. */
export interface Standing {
  readonly size: number;
  readonly logistic: number;
  readonly mlp: number;
}

/** What more samples do for a simple model and for a network. */
export function describeChart(
  { values, standings, best }: SmallDataTrace,
  language: Language,
): ChartDescription {
  const words = wordsIn[language];
  const curve = (model: 'logistic' | 'mlp') =>
    standings.map((standing) => ({ x: standing.size, y: 100 * standing[model] }));
  const level = (share: number) => sizes.map((x) => ({ x, y: 100 * share }));
  return {
    title: words.finding(leadOf(standings[0]), leadOf(standings.at(-1))),
    subtitle: words.setting(values),
    alt: words.alt(standings, percent(best)),
    spec: lineChart({
      x: { title: words.samples, axis: sizeAxis },
      y: { title: words.accuracy, axis: linearAxis([40, 100], false) },
      lines: [
        { tone: 'reference', isDashed: true, label: words.best, points: level(best) },
        { tone: 'reference', isDashed: true, label: words.guessing, points: level(0.5) },
        { tone: 'series-1', hasDots: true, label: words.logistic, points: curve('logistic') },
        { tone: 'subject', hasDots: true, label: words.mlp, points: curve('mlp') },
      ],
    }),
  };
}

/** Numbers of samples on a logarithmic axis with a tick at each. */
const sizeAxis: ValueAxis = {
  domain: [Math.log10(sizes[0]), Math.log10(sizes[sizes.length - 1] ?? 1)],
  origin: Math.log10(sizes[0]),
  ticks: sizes.map((size) => ({ at: Math.log10(size), label: size.toLocaleString('en-US') })),
  position: Math.log10,
};

const percent = (share: number) => `${Math.round(100 * share)}%`;
/** In whole points. */
const leadOf = (standing?: Standing) =>
  standing === undefined ? 0 : Math.round(100 * (standing.mlp - standing.logistic));

const wordsIn = {
  en: {
    finding: (few: number, many: number) =>
      `The MLP is ${pointsEn(few)} logistic regression with 20 samples, ${pointsEn(many)} with 1,000`,
    setting: ({ truth, hidden }: Values) =>
      `${truth === 'linear' ? 'Noisy linear labels' : 'Label: sign of x₁·x₂'}, 20 features, MLP of ${hidden}, ${repeats} data sets`,
    samples: 'training samples',
    accuracy: 'right on new samples, %',
    best: 'best possible',
    guessing: 'guessing',
    logistic: 'logistic regression',
    mlp: 'MLP',
    alt: (standings: readonly Standing[], best: string) =>
      'Line chart of right answers on new samples. ' +
      `${standings.map(({ size, logistic, mlp }) => `With ${size} training samples logistic regression has ${percent(logistic)}, the MLP ${percent(mlp)}`).join('; ')}. ` +
      `The best possible is ${best}, guessing 50%.`,
  },
  zh: {
    finding: (few: number, many: number) =>
      `MLP 与逻辑回归相比：20 个样本时${pointsZh(few)}，1000 个时${pointsZh(many)}`,
    setting: ({ truth, hidden }: Values) =>
      `${truth === 'linear' ? '带噪声的线性标签' : '标签是 x₁·x₂ 的正负'}，20 个特征，MLP ${hidden} 单元，${repeats} 份数据平均`,
    samples: '训练样本数',
    accuracy: '新样本上的正确率，%',
    best: '理论上限',
    guessing: '瞎猜',
    logistic: '逻辑回归',
    mlp: 'MLP',
    alt: (standings: readonly Standing[], best: string) =>
      '折线图：新样本上的正确率。' +
      `${standings.map(({ size, logistic, mlp }) => `${size} 个训练样本时逻辑回归 ${percent(logistic)}，MLP ${percent(mlp)}`).join('；')}。` +
      `理论上限是 ${best}，瞎猜是 50%。`,
  },
};

function pointsEn(lead: number): string {
  if (lead === 0) return 'level with';
  const size = Math.abs(lead);
  return `${size} ${size === 1 ? 'point' : 'points'} ${lead > 0 ? 'above' : 'below'}`;
}

function pointsZh(lead: number): string {
  if (lead === 0) return '持平';
  return `${lead > 0 ? '高' : '低'} ${Math.abs(lead)} 个百分点`;
}
