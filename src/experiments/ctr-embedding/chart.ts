import type { Language } from '../../core/question/language.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { ChartDescription, Tone } from '../chart/description.ts';
import { linearAxis } from '../chart/value-axis.ts';
import { type ModelName, smallestGain, type Values } from './settings.ts';

/** How well each model ranks new impressions, and how well one could. */
export interface ClickTrace {
  readonly values: Values;
  readonly aucs: Readonly<Record<ModelName | 'best', number>>;
}

/** What embeddings add to a linear model of clicks. */
export function describeChart({ values, aucs }: ClickTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const told = (name: ModelName | 'best') => aucs[name].toFixed(2);
  const row = (name: ModelName | 'best', tone: Tone) => ({
    name: words.names[name],
    bars: [{ value: aucs[name], tone, text: told(name) }],
  });
  const finding = findingOf(aucs.factorised - aucs.logistic);
  return {
    title: words.finding[finding](told('logistic'), told('factorised')),
    subtitle: words.setting(values.rows, values.dimension),
    alt: words.alt(told('logistic'), told('factorised'), told('deep'), told('best')),
    spec: barChart({
      rows: [
        row('logistic', 'series-3'),
        row('factorised', 'subject'),
        row('deep', 'series-1'),
        row('best', 'reference'),
      ],
      value: { title: words.auc, axis: linearAxis([0, 1]) },
      rules: [{ at: 0.5, label: words.chance }],
    }),
  };
}

function findingOf(gain: number): 'raise' | 'lower' | 'keep' {
  if (Math.abs(gain) <= smallestGain) return 'keep';
  return gain > 0 ? 'raise' : 'lower';
}

const wordsIn = {
  en: {
    finding: {
      raise: (from: string, to: string) =>
        `Embeddings raise the AUC of click prediction from ${from} to ${to}`,
      lower: (from: string, to: string) =>
        `Here embeddings lower the AUC of click prediction from ${from} to ${to}`,
      keep: (from: string, to: string) =>
        `Here embeddings do not help: an AUC of ${to} beside ${from} without`,
    },
    setting: (rows: number, dimension: number) =>
      `60 people × 40 ads, ${rows.toLocaleString('en-US')} rows, ${dimension} dimensions`,
    auc: 'AUC on new rows',
    chance: 'chance',
    names: {
      logistic: 'one-hot logistic',
      factorised: 'embeddings, product',
      deep: 'embeddings, MLP',
      best: 'best possible',
    },
    alt: (logistic: string, factorised: string, deep: string, best: string) =>
      `Bar chart of the area under the ROC curve on new impressions: logistic regression on one-hot ids ${logistic}, product of ` +
      `embeddings (factorisation machine) ${factorised}, MLP on embeddings ${deep}; chance is 0.50, the true probabilities reach ${best}.`,
  },
  zh: {
    finding: {
      raise: (from: string, to: string) => `有了嵌入，点击率预估的 AUC 从 ${from} 升到 ${to}`,
      lower: (from: string, to: string) => `这里嵌入反而让点击率预估的 AUC 从 ${from} 降到 ${to}`,
      keep: (from: string, to: string) => `这里嵌入没有帮助：AUC ${to}，不用嵌入是 ${from}`,
    },
    setting: (rows: number, dimension: number) => `60 个人 × 40 个广告，${rows} 条样本，${dimension} 维嵌入`,
    auc: '新样本上的 AUC',
    chance: '随机',
    names: { logistic: 'one-hot 逻辑回归', factorised: '嵌入内积（FM）', deep: '嵌入 + MLP', best: '上限' },
    alt: (logistic: string, factorised: string, deep: string, best: string) =>
      `条形图：新样本上的 ROC 曲线下面积。one-hot 逻辑回归 ${logistic}，嵌入内积（因子分解机）${factorised}，嵌入加 MLP ${deep}；` +
      `随机是 0.50，真实概率能达到 ${best}。`,
  },
};
