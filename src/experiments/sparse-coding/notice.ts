import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { Settings, SparseResult, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeSparse({ parameters, measures }: SparseResult): Bilingual[] {
  const { encoderGap, nonZeros, nonZerosWithoutPenalty, supportFound } = measures;
  if (parameters.penalty === 0) {
    return [
      {
        zh: '没有 L1，目标只剩重构误差：一个线性编码器就能做到最优，这才是普通的自编码器。',
        en: 'Without L1 only the reconstruction counts, and a linear encoder is optimal at once: that is a plain autoencoder.',
      },
      {
        zh: `代价是 ${nonZerosWithoutPenalty} 个系数全都不为零，说不出信号由哪几个原子组成。`,
        en: `The price: all ${nonZerosWithoutPenalty} coefficients differ from 0, and nothing says which atoms the signal is made of.`,
      },
    ];
  }
  return [
    {
      zh: `稀疏编码没有编码器：每个样本都要解一次 min ½‖x−Da‖² + λ‖a‖₁。用 300 个样本拟合的一层编码器仍比最优高 ${readable(encoderGap)}。`,
      en: `Sparse coding has no encoder: every sample gets its own minimum of ½‖x−Da‖² + λ‖a‖₁. A one-layer encoder fitted to 300 samples is still ${readable(encoderGap)} above it.`,
    },
    {
      zh: `L1 加在编码上，不在权重上：${nonZeros} 个系数不为零，去掉它是 ${nonZerosWithoutPenalty} 个。真实原子找到了 ${Math.round(100 * supportFound)}%。`,
      en: `The L1 norm is on the code, not on weights: ${nonZeros} coefficients are not 0, without it ${nonZerosWithoutPenalty}. ${Math.round(100 * supportFound)}% of the true atoms are found.`,
    },
    {
      zh: 'ISTA 的每一步就是一层“线性 + 收缩”；把这些步展开再训练，就是 LISTA，它是连接两者的桥。',
      en: 'Each step of ISTA is one layer, linear and shrink; unrolled and trained they are LISTA, the bridge between the two.',
    },
  ];
}

/** No penalty, more atoms, or more steps. */
export function nextCodings({ penalty, active, steps }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: penalty !== 0, label: { zh: '去掉 L1', en: 'without L1' }, parameters: { penalty: 0 } },
    { when: penalty === 0, label: { zh: 'λ = 0.05', en: 'λ = 0.05' }, parameters: { penalty: 0.05 } },
    {
      when: active < 12,
      label: { zh: '12 个原子的信号', en: 'a signal of 12 atoms' },
      parameters: { active: 12 },
    },
    { when: steps < 200, label: { zh: '200 步', en: '200 steps' }, parameters: { steps: 200 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
