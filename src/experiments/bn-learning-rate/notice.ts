import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import { diverged, type NormResult, type Settings, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeNormalised({ parameters, measures }: NormResult): Bilingual[] {
  if (parameters.picture === 'invariance') return [scaleFree(measures.gradientError), selfTuning];
  if (parameters.activation === 'sigmoid')
    return [onlyWith(measures.normalisedBest, measures.plainBest), why];
  return [usable(measures.normalisedAtOne, measures.plainAtOne), notDistribution];
}

function usable(normalised: number, plain: number): Bilingual {
  const lost = plain >= diverged;
  return {
    zh: `学习率 1 时，有 BN 的损失是 ${readable(normalised)}，没有 BN ${lost ? '发散' : `是 ${readable(plain)}，和瞎猜（1.386）差不多`}：BN 让可用的学习率大了十倍。`,
    en: `At learning rate 1 the loss is ${readable(normalised)} with BN; without, it ${lost ? 'diverges' : `is ${readable(plain)}, about that of guessing (1.386)`}. BN makes a ten times larger rate usable.`,
  };
}

const notDistribution: Bilingual = {
  zh: 'BN 只固定每个单元在一批里的均值和方差，γ、β 还能再改掉；“各层分布相同”说不清这条曲线，能走大步才说得清（Santurkar 等 2018：损失更平滑）。',
  en: 'BN fixes mean and variance of a unit within a batch, and γ, β may undo even that; not “the same distribution” but steps this large are what the curve shows (Santurkar et al. 2018: a smoother loss).',
};

const onlyWith = (normalised: number, plain: number): Bilingual => ({
  zh: `没有 BN，每个学习率都停在瞎猜的水平（最好 ${readable(plain)}，ln 4 = 1.386）；加上 BN，损失降到 ${readable(normalised)}。`,
  en: `Without BN every learning rate is stuck at guessing (at best ${readable(plain)}; ln 4 = 1.386); with BN the loss falls to ${readable(normalised)}.`,
});

const why: Bilingual = {
  zh: '八层 sigmoid 不是“根本训练不了”：归一化把信号放回 σ 斜率最大的地方，梯度就回来了。',
  en: 'Eight sigmoid layers are not untrainable: normalisation puts the signal back where σ is steepest, and the gradient returns.',
};

const scaleFree = (error: number): Bilingual => ({
  zh: `权重放大 a 倍，BN(aWx) = BN(Wx) 不变，梯度恰好变成 1/a（实测相差不到 ${readable(error)}）。`,
  en: `With weights a times as large BN(aWx) = BN(Wx), and the gradient becomes exactly 1/a (measured to within ${readable(error)}).`,
});

const selfTuning: Bilingual = {
  zh: '于是步子迈大、权重变大之后，相对步长会自己变小：这是 BN 容得下大学习率的一个原因。',
  en: 'So when large steps make the weights grow, the relative step shrinks by itself: one reason why BN bears a large learning rate.',
};

/** What to run next. */
export function nextNormalised({ activation, picture }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: activation === 'relu' && picture === 'learning-rate',
      label: { zh: '换成 Sigmoid', en: 'sigmoid instead' },
      // A sigmoid net needs longer to get away from guessing.
      parameters: { activation: 'sigmoid', steps: 150 },
    },
    {
      when: activation === 'sigmoid' && picture === 'learning-rate',
      label: { zh: '换成 ReLU', en: 'ReLU instead' },
      parameters: { activation: 'relu', steps: 100 },
    },
    {
      when: picture === 'learning-rate',
      label: { zh: '看尺度不变性', en: 'scale the weights' },
      // The layer needs no training.
      parameters: { picture: 'invariance', steps: 10 },
    },
    {
      when: picture === 'invariance',
      label: { zh: '看学习率', en: 'try learning rates' },
      parameters: { picture: 'learning-rate', steps: 100 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
