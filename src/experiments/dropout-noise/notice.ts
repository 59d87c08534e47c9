import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { DropoutResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeDropout({ parameters, measures }: DropoutResult): Bilingual[] {
  const { toRidge, noisyToLeastSquares, meanShift, varianceRatio, gradientSnr } = measures;
  const gradient: Bilingual = {
    zh: `梯度里确实有噪声（小批量梯度的信噪比 ${readable(gradientSnr)}），但那是激活被随机相乘的结果，不是做法本身。`,
    en: `There is noise in the gradient (signal to noise ${readable(gradientSnr)} for a mini-batch), but as a consequence of masks on activations, not as the method.`,
  };
  if (parameters.view === 'activation') {
    return [
      {
        zh: `除以 1−p 让均值不变（偏移 ${readable(meanShift)} 个标准差），方差却按 p/(1−p) 增大：实测是公式的 ${readable(varianceRatio)} 倍。`,
        en: `Dividing by 1−p keeps the mean (off by ${readable(meanShift)} deviations) while the variance grows as p/(1−p): measured, ${readable(varianceRatio)} times the formula.`,
      },
      gradient,
    ];
  }
  return [
    {
      zh: `如果 dropout 只是给梯度加噪声，平均下来就该到最小二乘解；把同样的噪声直接加在梯度上，正是如此（差 ${readable(noisyToLeastSquares)}）。它却停在岭回归解（差 ${readable(toRidge)}）。`,
      en: `Were dropout mere noise on the gradient, it would average out and end at least squares, as that noise by itself does (${readable(noisyToLeastSquares)} away). It ends at ridge (${readable(toRidge)} away) instead.`,
    },
    {
      zh: '原因：对激活的噪声取平均，会多出一项 p/(1−p)·Σⱼ‖xⱼ‖²wⱼ²，也就是按特征大小加权的 L2 正则。',
      en: 'The reason: averaged over masks on activations, the loss gains p/(1−p)·Σⱼ‖xⱼ‖²wⱼ², an L2 penalty scaled by the size of each feature.',
    },
    gradient,
  ];
}

/** More of it, or the other picture. */
export function nextDropouts({ rate, view }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: view === 'solution',
      label: { zh: '看一个单元的噪声', en: 'the noise of one unit' },
      parameters: { view: 'activation' },
    },
    {
      when: view === 'activation',
      label: { zh: '看训练停在哪里', en: 'where training ends' },
      parameters: { view: 'solution' },
    },
    { when: rate !== 0.5, label: { zh: 'p = 0.5', en: 'p = 0.5' }, parameters: { rate: 0.5 } },
    { when: rate !== 0.1, label: { zh: 'p = 0.1', en: 'p = 0.1' }, parameters: { rate: 0.1 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
