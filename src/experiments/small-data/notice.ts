import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { Settings, SmallDataResult, Values } from './settings.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** What to look at in the picture. */
export function noticeSmallData({ parameters, measures }: SmallDataResult): Bilingual[] {
  const { logistic20, mlp20, logistic1000, mlp1000 } = measures;
  if (parameters.truth === 'linear') {
    return [
      {
        zh: `规律本来就是线性的，MLP 的灵活用不上，只带来方差：20 个样本时 ${percent(mlp20)} 对逻辑回归的 ${percent(logistic20)}，1000 个时 ${percent(mlp1000)} 对 ${percent(logistic1000)}。`,
        en: `The truth is linear, so the MLP's flexibility buys nothing but variance: ${percent(mlp20)} against ${percent(logistic20)} for logistic regression with 20 samples, ${percent(mlp1000)} against ${percent(logistic1000)} with 1,000.`,
      },
      matching,
      rescue,
    ];
  }
  return [
    {
      zh: `20 个样本时两个模型都和瞎猜差不多（MLP ${percent(mlp20)}，逻辑回归 ${percent(logistic20)}）：MLP 能表示乘积，可数据太少，它看不出是哪两个特征。`,
      en: `With 20 samples both are about guessing (MLP ${percent(mlp20)}, logistic regression ${percent(logistic20)}): the MLP can express a product, but so little data does not show it which features matter.`,
    },
    {
      zh: `样本到了 1000 个，MLP 是 ${percent(mlp1000)}，逻辑回归还是 ${percent(logistic1000)}：没有一条直线能分开乘积的正负，再多数据也没用。`,
      en: `With 1,000 samples the MLP has ${percent(mlp1000)}, logistic regression still ${percent(logistic1000)}: no line tells the sign of a product, however much data there is.`,
    },
    matching,
    rescue,
  ];
}

const matching: Bilingual = {
  zh: '所以“数据小就不能用深度学习”只说了一半：样本多少算够，要看模型的假设和规律合不合。',
  en: 'So “small data rules out deep learning” is half of it: how much is enough depends on whether the model’s assumptions fit the truth.',
};

const rescue: Bilingual = {
  zh: '这里两个模型都从零训练；预训练、迁移学习或数据增强带来别处的知识，结论会变。',
  en: 'Both start from scratch here; pre-training, transfer or augmentation bring knowledge from elsewhere and change the verdict.',
};

/** Another truth, another network. */
export function nextSmallData({ truth, hidden }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: truth === 'product',
      label: { zh: '换成线性规律', en: 'a linear truth' },
      parameters: { truth: 'linear' },
    },
    {
      when: truth === 'linear',
      label: { zh: '换成乘积规律', en: 'a product as truth' },
      parameters: { truth: 'product' },
    },
    {
      when: hidden > 8,
      label: { zh: '很小的网络（8 单元）', en: 'a tiny network (8 units)' },
      parameters: { hidden: 8 },
    },
    {
      when: hidden < 64,
      label: { zh: '更大的网络（64 单元）', en: 'a larger network (64 units)' },
      parameters: { hidden: 64 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
