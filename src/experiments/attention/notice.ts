import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { AttentionResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeAttention({ parameters, measures }: AttentionResult): Bilingual[] {
  const { length, dimension } = parameters;
  const first = readable(measures.firstToMedian);
  const [sharp, soft] = [readable(measures.entropyUnscaled), readable(measures.entropyScaled)];
  return [
    {
      zh: `注意力不看远近：不论多长，第一个词元的梯度都和中位的词元差不多（差得最多的长度上是 ${first} 倍）。减少只因为 ${length} 个词元平分，约为 1/T。`,
      en: `Attention does not care about distance: at every length the first token’s gradient is about the median token’s (×${first} where they differ most). It shrinks only because ${length} tokens share it, as 1/T.`,
    },
    {
      zh: 'RNN 要让梯度逐步穿过整条序列，每一步乘一个雅可比矩阵，所以按指数消失：这正是 seq2seq 的瓶颈。',
      en: 'An RNN sends the gradient back through every step, one Jacobian after another, so it vanishes exponentially: the bottleneck of seq2seq.',
    },
    {
      zh: `为什么要除以 √d：q·k 的方差是 ${readable(measures.varianceRatio)}·d。d = ${dimension} 时不除，softmax 的熵只有 ${sharp} 奈特，除以后是 ${soft}（均匀时 4.16）；它的雅可比的迹从 ${readable(measures.jacobianScaled)} 变为 ${readable(measures.jacobianUnscaled)}，多数词元学不到东西。`,
      en: `Why ÷√d: q·k has variance ${readable(measures.varianceRatio)}·d. Undivided at d = ${dimension}, the softmax has an entropy of ${sharp} nats instead of ${soft} (uniform: 4.16), the trace of its Jacobian is ${readable(measures.jacobianUnscaled)} instead of ${readable(measures.jacobianScaled)}, and most tokens learn nothing.`,
    },
  ];
}

/** What to run next. */
export function nextAttention({ length, dimension }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: length < 200, label: { zh: '200 个词元', en: '200 tokens' }, parameters: { length: 200 } },
    { when: length > 20, label: { zh: '20 个词元', en: '20 tokens' }, parameters: { length: 20 } },
    { when: dimension > 16, label: { zh: 'd = 16', en: 'd = 16' }, parameters: { dimension: 16 } },
    { when: dimension <= 16, label: { zh: 'd = 256', en: 'd = 256' }, parameters: { dimension: 256 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
