import type { Bilingual } from '../../core/question/language.ts';
import { fold, readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { Settings, StandardisationResult, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeStandardisation({ parameters, measures }: StandardisationResult): Bilingual[] {
  const { rawCondition, preparedCondition, predictionGap } = measures;
  const [before, after] = [readable(rawCondition), readable(preparedCondition)];
  return [
    {
      zh: `损失曲面的条件数从 ${before} 变成 ${after}：步长受最陡方向限制，最平的方向却要靠它走完。`,
      en: `The condition number of the loss goes from ${before} to ${after}: the steepest direction limits the step, and the flattest has to be walked with it.`,
    },
    {
      zh: `样本没有变得更像：这是可逆的仿射变换，两边最小二乘的预测只差 ${readable(predictionGap)}（舍入误差）。`,
      en: `The samples became no more alike: the map is affine and can be undone, and the two least-squares fits predict the same within ${readable(predictionGap)}, which is rounding.`,
    },
    explanations[parameters.preparation],
  ];
}

const explanations: Readonly<Record<Values['preparation'], Bilingual>> = {
  standardise: {
    zh: 'BN 把同样的事搬进网络里：按特征做，在小批量上做，并且反向传播穿过均值和方差。',
    en: 'BN takes the same into the network: per feature, over the mini-batch, with the gradient going through mean and variance.',
  },
  centre: {
    zh: '去均值解开了特征与截距的纠缠；剩下的条件数来自标准差 1、3、10 的悬殊，大约是比值的平方。',
    en: 'Subtracting the mean unties the features from the intercept; what is left is the square of how far the deviations lie apart.',
  },
  scale: {
    zh: '只除标准差还不够：均值不为零的特征与截距高度相关，曲面仍然很扁。',
    en: 'Dividing by the deviation is not enough: features with a mean far from 0 resemble the intercept, and the bowl stays flat.',
  },
};

/** One half of standardisation at a time, or a third feature on another scale. */
export function nextPreparations({ preparation, spread }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: preparation !== 'centre',
      label: { zh: '只去均值', en: 'only centre' },
      parameters: { preparation: 'centre' },
    },
    {
      when: preparation !== 'scale',
      label: { zh: '只除标准差', en: 'only scale' },
      parameters: { preparation: 'scale' },
    },
    {
      when: preparation !== 'standardise',
      label: { zh: '完整标准化', en: 'standardise' },
      parameters: { preparation: 'standardise' },
    },
    {
      when: spread < 30,
      label: { zh: `第三个特征放大 ${fold(30 / spread)} 倍`, en: `third feature ×${fold(30 / spread)}` },
      parameters: { spread: 30 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
