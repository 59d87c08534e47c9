import type { Language } from '../../core/question/language.ts';
import type { ChartDescription } from '../chart/description.ts';
import { type Line, lineChart } from '../chart/line-chart.ts';
import { countAxis, linearAxis } from '../chart/value-axis.ts';
import { floor } from './bars-and-stripes.ts';
import type { EnergyTrace, RbmTrace, StackTrace } from './trace.ts';
import { firstAndLast } from './train.ts';

/** An RBM and the direction of its training, or the likelihood of a model of two layers. */
export function describeChart(trace: EnergyTrace, language: Language): ChartDescription {
  return trace.model === 'rbm' ? describeRbm(trace, language) : describeStack(trace, language);
}

function describeRbm({ gibbs, points }: RbmTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const [first, last] = firstAndLast(points);
  const line = (
    tone: Line['tone'],
    label: string,
    value: (point: RbmTrace['points'][number]) => number,
  ): Line => ({
    tone,
    label,
    points: points.map((point) => ({ x: point.step, y: value(point) })),
  });
  const told = {
    k: gibbs,
    wrong: percent(last.flipped),
    cosine: last.cosine,
    first: first.cosine,
    steps: last.step,
  };
  return {
    title: words.rbmFinding(told),
    subtitle: words.rbmSetting,
    alt: words.rbmAlt(told),
    spec: lineChart({
      x: { title: words.steps, axis: countAxis(0, last.step) },
      y: { title: '', axis: linearAxis([1, ...points.map(({ cosine }) => cosine)]) },
      lines: [
        line('reference', `${words.wrong} ${percent(last.flipped)}`, ({ flipped }) => flipped),
        line('subject', `${words.cosine} ${twoDigits(last.cosine)}`, ({ cosine }) => cosine),
      ],
    }),
  };
}

function describeStack({ model, points }: StackTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const [first, last] = firstAndLast(points);
  const isDbn = model === 'dbn';
  const level = isDbn ? first.nll : floor;
  const line = (
    tone: Line['tone'],
    label: string,
    value: (point: StackTrace['points'][number]) => number,
  ): Line => ({
    tone,
    label: `${label} ${twoDigits(value(last))}`,
    points: points.map((point) => ({ x: point.step, y: value(point) })),
  });
  const told = {
    start: twoDigits(first.nll),
    end: twoDigits(last.nll),
    gain: twoDigits(first.nll - last.nll),
    gap: twoDigits(last.bound - last.nll),
  };
  const all = points.flatMap(({ nll, bound }) => [nll, bound]);
  return {
    title: isDbn ? words.dbnFinding(told) : words.dbmFinding(told),
    subtitle: isDbn ? words.dbnSetting : words.dbmSetting,
    alt: isDbn ? words.dbnAlt(told) : words.dbmAlt(told),
    spec: lineChart({
      x: { title: isDbn ? words.topSteps : words.steps, axis: countAxis(0, last.step) },
      y: { title: words.nll, axis: linearAxis([level, ...all], false) },
      lines: [
        {
          tone: 'reference',
          isDashed: true,
          label: `${isDbn ? words.alone : words.floor} ${twoDigits(level)}`,
          points: [first.step, last.step].map((x) => ({ x, y: level })),
        },
        line('series-1', words.bound, ({ bound }) => bound),
        line('subject', words.exact, ({ nll }) => nll),
      ],
    }),
  };
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
const twoDigits = (value: number) => value.toFixed(2).replace('-', '−');

interface RbmTold {
  readonly k: number;
  readonly wrong: string;
  readonly cosine: number;
  readonly first: number;
  readonly steps: number;
}

interface StackTold {
  readonly start: string;
  readonly end: string;
  readonly gain: string;
  readonly gap: string;
}

const wordsIn = {
  en: {
    rbmFinding: ({ k, wrong, cosine }: RbmTold) => {
      const start = `CD-${k}: ${wrong} of pixels wrong`;
      if (cosine > 0.9) return `${start}, and it still follows the likelihood (cosine ${twoDigits(cosine)})`;
      return `${start}, yet it has lost the likelihood (cosine ${twoDigits(cosine)})`;
    },
    rbmSetting: 'RBM of 9 + 8 units on bars and stripes, all 2⁹ images added up',
    rbmAlt: ({ k, wrong, cosine, first, steps }: RbmTold) =>
      `Line chart over ${steps} training steps of an RBM with CD-${k}. The cosine between its average direction and the exact ` +
      `gradient of the likelihood goes from ${twoDigits(first)} to ${twoDigits(cosine)}, while the share of wrongly ` +
      `reconstructed pixels goes from one half to ${wrong}.`,
    wrong: 'wrong pixels',
    cosine: 'cosine',
    steps: 'training steps',
    dbnFinding: ({ start, gain }: StackTold) =>
      `DBN: the second RBM starts exactly where the first ended, at ${start} nats, and gains ${gain}`,
    dbnSetting: 'Two RBMs, the upper one begins as the lower one turned over',
    dbnAlt: ({ start, end, gap }: StackTold) =>
      `Line chart of the mean negative log-likelihood while the upper RBM is trained. It starts at ${start} nats, exactly that ` +
      `of the lower RBM alone, and ends at ${end}; the variational bound stays above it and ends ${gap} nats away.`,
    topSteps: 'training steps of the upper RBM',
    dbmFinding: ({ start, end, gap }: StackTold) =>
      `DBM, both layers at once: ${start} → ${end} nats, and its mean-field bound is ${gap} off`,
    dbmSetting: '9 + 6 + 4 units on bars and stripes, persistent chains',
    dbmAlt: ({ start, end, gap }: StackTold) =>
      `Line chart of the mean negative log-likelihood of a deep Boltzmann machine in training: from ${start} to ${end} nats. ` +
      `The mean-field bound is never on the wrong side and ends ${gap} nats away; the lowest possible value is ln 14 = 2.64.`,
    nll: 'negative log-likelihood (nats)',
    alone: 'one RBM',
    floor: 'ln 14 =',
    bound: 'bound',
    exact: 'exact',
  },
  zh: {
    rbmFinding: ({ k, wrong, cosine }: RbmTold) => {
      const start = `CD-${k}：重构错 ${wrong} 的像素`;
      if (cosine > 0.9) return `${start}，更新方向也仍跟着似然（余弦 ${twoDigits(cosine)}）`;
      return `${start}，更新方向却已不跟着似然走（余弦 ${twoDigits(cosine)}）`;
    },
    rbmSetting: '条形图案上的 RBM，9 + 8 个单元，2⁹ 种图像逐一求和',
    rbmAlt: ({ k, wrong, cosine, first, steps }: RbmTold) =>
      `折线图：用 CD-${k} 训练 RBM ${steps} 步。平均更新方向与精确似然梯度的余弦从 ${twoDigits(first)} 变到 ` +
      `${twoDigits(cosine)}，而重构错误的像素从一半降到 ${wrong}。`,
    wrong: '错误像素',
    cosine: '余弦',
    steps: '训练步数',
    dbnFinding: ({ start, gain }: StackTold) =>
      `DBN：第二个 RBM 恰好从第一个的 ${start} nats 起步，再降 ${gain}`,
    dbnSetting: '两个 RBM，上面那个以下面那个的转置为起点',
    dbnAlt: ({ start, end, gap }: StackTold) =>
      `折线图：训练上层 RBM 时的平均负对数似然。起点 ${start} nats 与只有下层 RBM 时完全相同，最后是 ${end}；` +
      `变分界始终在它之上，最后相差 ${gap}。`,
    topSteps: '上层 RBM 的训练步数',
    dbmFinding: ({ start, end, gap }: StackTold) =>
      `DBM 两层一起训练：从 ${start} 降到 ${end} nats，平均场界只差 ${gap}`,
    dbmSetting: '条形图案，9 + 6 + 4 个单元，持续马尔可夫链',
    dbmAlt: ({ start, end, gap }: StackTold) =>
      `折线图：深度玻尔兹曼机训练中的平均负对数似然，从 ${start} 到 ${end} nats。平均场界从不越到另一侧，最后相差 ${gap}；` +
      `可能的最小值是 ln 14 = 2.64。`,
    nll: '负对数似然（nats）',
    alone: '单个 RBM',
    floor: 'ln 14 =',
    bound: '变分界',
    exact: '精确值',
  },
};
