import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { Settings, TabularResult, Values } from './settings.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** What to look at in the picture. */
export function noticeTabular({ measures }: TabularResult): Bilingual[] {
  const { stumpsRaw, stumpsRotated, mlpRaw, mlpRotated, shuffledLossGap } = measures;
  return [
    {
      zh: `打乱列序什么也没变：提升树桩还是 ${percent(stumpsRaw)}，一位不差；MLP 把输入权重跟着换位，训练损失相差不到 ${readable(shuffledLossGap + 1e-6)}。所以“特征顺序可以打乱”说明不了深度学习适不适合。`,
      en: `Shuffling the columns changes nothing: boosted stumps keep their ${percent(stumpsRaw)} exactly, and the MLP, its input weights moved along, has the same training loss within ${readable(shuffledLossGap + 1e-6)}. That columns can be shuffled says nothing about deep learning.`,
    },
    {
      zh: `旋转把每一列变成所有列的混合，信息一点没少，树桩却从 ${percent(stumpsRaw)} 变为 ${percent(stumpsRotated)}：它一次只问一列，靠的正是列本身的含义。`,
      en: `A rotation makes every column a mixture of all and loses no information, yet the stumps go from ${percent(stumpsRaw)} to ${percent(stumpsRotated)}: they ask one column at a time and live on its meaning.`,
    },
    {
      zh: `MLP 前后是 ${percent(mlpRaw)} 和 ${percent(mlpRotated)}：随机初始的权重不偏向任何一根坐标轴，它既不知道、也用不上表格的轴。树在表格上占优，这是原因之一。`,
      en: `The MLP has ${percent(mlpRaw)} before and ${percent(mlpRotated)} after: random weights favour no axis, so it neither knows the table's axes nor gains from them. That is one reason why trees lead on tables.`,
    },
  ];
}

/** More rows, fewer or more useless columns. */
export function nextTables({ samples, uninformative }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: uninformative > 0,
      label: { zh: '去掉无信息的列', en: 'no uninformative columns' },
      parameters: { uninformative: 0 },
    },
    {
      when: uninformative < 30,
      label: { zh: '30 列无信息', en: '30 uninformative columns' },
      parameters: { uninformative: 30 },
    },
    {
      when: samples < 2000,
      label: { zh: '2000 行', en: '2,000 rows' },
      parameters: { samples: 2000 },
    },
    { when: samples > 100, label: { zh: '只有 100 行', en: 'only 100 rows' }, parameters: { samples: 100 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
