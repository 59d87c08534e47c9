import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { DenseResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeDense({ parameters, measures }: DenseResult): Bilingual[] {
  const [ratio, plain] = [readable(measures.ratio), readable(measures.plainRatio)];
  return [
    {
      zh: `DenseNet 没有一次相加，第 1 层特征处的梯度仍是最后一层的 ${ratio} 倍；同样深的普通网络是 ${plain} 倍。`,
      en: `DenseNet adds nothing up, yet the gradient at layer 1's features is ${ratio} times the last layer's; in a plain net of this depth it is ${plain} times.`,
    },
    {
      zh: '拼接让每一层的特征都直通损失和后面所有层：梯度是各条通路之和，而不是一条长链上的连乘，所以只是缓慢增长。',
      en: 'Concatenation hands every layer’s features straight to the loss and to all later layers: the gradient is a sum over paths, not one long product, so it only grows slowly.',
    },
    parameters.norm === 'batch'
      ? {
          zh: '普通网络的爆炸来自 BN 本身（每层 ×1.211）；DenseNet 里同样有 BN，却被直通的通路化解了。',
          en: 'The plain net explodes because of BN itself (×1.211 per layer); the dense net has the same BN, and its direct paths absorb it.',
        }
      : {
          zh: '去掉 BN，普通的 ReLU + He 网络并不爆炸：需要直通通路来化解的，是 BN 带来的增长。',
          en: 'Without BN the plain ReLU + He net does not explode: what direct paths have to absorb is the growth that BN brings.',
        },
  ];
}

/** What to run next. */
export function nextDense({ depth, growth, norm }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: norm === 'batch', label: { zh: '去掉 BN', en: 'without BN' }, parameters: { norm: 'none' } },
    { when: norm === 'none', label: { zh: '加上 BN', en: 'with BN' }, parameters: { norm: 'batch' } },
    { when: depth !== 20, label: { zh: '20 层', en: '20 layers' }, parameters: { depth: 20 } },
    { when: depth !== 50, label: { zh: '50 层', en: '50 layers' }, parameters: { depth: 50 } },
    { when: growth < 16, label: { zh: '增长率 16', en: 'growth rate 16' }, parameters: { growth: 16 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
