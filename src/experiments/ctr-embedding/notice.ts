import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { ClickResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeClicks({ parameters, measures }: ClickResult): Bilingual[] {
  const { logistic, factorised, deep, best } = measures;
  const [linear, product, network, limit] = [logistic, factorised, deep, best].map((auc) => auc.toFixed(2));
  return [
    parameters.interaction === 0
      ? {
          zh: `这个世界里没有“谁喜欢什么”，只有爱点的人和招人点的广告：线性模型的 ${linear} 已接近上限 ${limit}，嵌入只能去记噪声，掉到 ${product}。`,
          en: `Nobody has tastes in this world; some people click more, some ads are clicked more. The linear ${linear} is already near the best possible ${limit}; embeddings can only learn noise and end at ${product}.`,
        }
      : {
          zh: `逻辑回归给每个人、每个广告各一个系数，学不到“谁喜欢什么”，所以停在 ${linear}；嵌入学得到：内积 ${product}，MLP ${network}，上限 ${limit}。`,
          en: `Logistic regression has one coefficient per person and per ad and cannot learn who likes what: ${linear}. Embeddings can: ${product} by product, ${network} by MLP, of ${limit} possible.`,
        },
    {
      zh: '这正是一张表，也没有像素那样的局部相关：深度模型照样有用。“表格不能用深度学习”说过头了。',
      en: 'This is a table without any local correlation as between pixels, and deep models are of use all the same. “No deep learning on tables” goes too far.',
    },
    {
      zh: `查表就是 one-hot 乘矩阵（最大差 ${readable(measures.lookupDifference)}），所以梯度是稀疏的：一个批次里，只有出现过的人所在的行会更新（多更新了 ${measures.strayRows} 行）。`,
      en: `A look-up is one-hot × matrix (largest difference ${readable(measures.lookupDifference)}), so its gradient is sparse: a batch moves the rows of the people in it and no other (${measures.strayRows} too many).`,
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
