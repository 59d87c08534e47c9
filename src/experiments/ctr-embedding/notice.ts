import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import { type ClickResult, type ModelName, type Settings, smallestGain, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeClicks(result: ClickResult): Bilingual[] {
  const { lookupDifference, strayRows } = result.measures;
  return [
    ...aboutGain(result),
    {
      zh: `查表就是 one-hot 乘矩阵（最大差 ${readable(lookupDifference)}），所以梯度是稀疏的：一个批次里，只有出现过的人所在的行会更新（此外被更新的：${strayRows} 行）。`,
      en: `A look-up is one-hot × matrix (largest difference ${readable(lookupDifference)}), so its gradient is sparse: a batch moves the rows of the people in it and no others (others moved: ${strayRows}).`,
    },
  ];
}

function aboutGain({ parameters, measures }: ClickResult): Bilingual[] {
  const told = (name: ModelName | 'best') => measures[name].toFixed(2);
  const [linear, product, network, limit] = [
    told('logistic'),
    told('factorised'),
    told('deep'),
    told('best'),
  ];
  if (measures.gain > smallestGain) {
    return [
      {
        zh: `逻辑回归给每个人、每个广告各一个系数，学不到“谁喜欢什么”，所以停在 ${linear}；嵌入学得到：内积 ${product}，MLP ${network}，上限 ${limit}。`,
        en: `Logistic regression has one coefficient per person and per ad and cannot learn who likes what: ${linear}. Embeddings can: ${product} by product, ${network} by MLP, of ${limit} possible.`,
      },
      {
        zh: '这正是一张表，没有像素那样的局部相关，深度模型照样有用。“表格不能用深度学习”说过头了。',
        en: 'This is a table, without any local correlation as between pixels, and deep models are of use all the same. “No deep learning on tables” goes too far.',
      },
    ];
  }
  if (parameters.interaction > 0) {
    return [
      {
        zh: `口味有差异，上限是 ${limit}，可是嵌入还没学到：内积 ${product}，MLP ${network}，逻辑回归 ${linear}。嵌入要学的参数多，样本少、步数少或口味差异小时占不到便宜。`,
        en: `Tastes differ and ${limit} is possible, but the embeddings have not learnt them: ${product} by product, ${network} by MLP, ${linear} by logistic regression. They have more to learn, and few rows, few steps or weak tastes do not pay for it.`,
      },
    ];
  }
  return [
    {
      zh: `这个世界里没有“谁喜欢什么”，只有爱点的人和招人点的广告：线性模型的 ${linear} 离上限 ${limit} 不远，嵌入多学到的只是噪声，得 ${product}。`,
      en: `Nobody has tastes in this world; some people click more, some ads are clicked more. The linear ${linear} is not far from the best possible ${limit}; all that embeddings learn besides is noise, and they end at ${product}.`,
    },
    {
      zh: '深度模型帮不帮得上忙，不看数据是不是表格，而看里面有没有逐个系数说不清的交互。这张表里没有。',
      en: 'Whether a deep model helps does not hang on the data being a table but on interactions that no coefficient alone can tell. This table has none.',
    },
  ];
}

/** What to run next. */
export function nextClicks({ interaction, rows, dimension }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: interaction > 0,
      label: { zh: '人人口味相同', en: 'nobody has tastes' },
      parameters: { interaction: 0 },
    },
    {
      when: interaction !== 1,
      label: { zh: '各有口味', en: 'tastes differ' },
      parameters: { interaction: 1 },
    },
    { when: rows > 500, label: { zh: '只有 500 条样本', en: 'only 500 rows' }, parameters: { rows: 500 } },
    { when: rows < 8000, label: { zh: '8000 条样本', en: '8,000 rows' }, parameters: { rows: 8000 } },
    { when: dimension > 1, label: { zh: '1 维嵌入', en: '1 dimension' }, parameters: { dimension: 1 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
