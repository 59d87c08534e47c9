import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { EnergyResult, Settings, Values } from './settings.ts';

const two = (value: number) => value.toFixed(2).replace('-', '−');
const percent = (share: number) => `${Math.round(100 * share)}%`;

/** What to look at in the picture. */
export function noticeEnergy({ parameters, measures }: EnergyResult): Bilingual[] {
  const { startNll, endNll, startCosine, endCosine, flipped, boundGap } = measures;
  switch (parameters.model) {
    case 'rbm':
      return [
        {
          zh: `重构误差不等于似然：像素只错 ${percent(flipped)}，更新方向与精确梯度的余弦却从 ${two(startCosine)} 变成 ${two(endCosine)}。抽样噪声已经去掉，这是 CD-${parameters.gibbs} 自身的偏差。`,
          en: `Reconstruction is not likelihood: only ${percent(flipped)} of the pixels are wrong, yet the cosine with the exact gradient went from ${two(startCosine)} to ${two(endCosine)}. Sampling noise is taken out; this is the bias of CD-${parameters.gibbs} itself.`,
        },
        {
          zh: `负对数似然从 ${two(startNll)} 降到 ${two(endNll)} nats，可能的最小值是 ln 14 = 2.64。`,
          en: `The negative log-likelihood fell from ${two(startNll)} to ${two(endNll)} nats; the lowest possible is ln 14 = 2.64.`,
        },
      ];
    case 'dbn':
      return [
        {
          zh: `把 RBM 转置后叠上去，模型一点没变（${two(startNll)} nats）；之后训练上层，似然下界抬高，似然也跟着好了 ${two(startNll - endNll)} nats。`,
          en: `Stacked with itself turned over, the RBM is the same model still (${two(startNll)} nats). Training the top then raises a bound on the likelihood, and the likelihood with it, by ${two(startNll - endNll)} nats.`,
        },
        {
          zh: '这是 DBN：只有最上面两层无向，往下是有向的，而且逐层贪心训练。DBM 则全部无向、联合训练。',
          en: 'This is a DBN: undirected at the top only, arrows below, trained layer by layer. A DBM is undirected throughout and trained as a whole.',
        },
      ];
    case 'dbm':
      return [
        {
          zh: `这是 DBM：中间层同时听上下两边，后验不再是各单元的乘积，只能用平均场近似；下界每张图至少低 ${two(boundGap)} nats。`,
          en: `This is a DBM: the middle layer hears both neighbours, so its posterior is no product of units and mean field has to do; the bound is at least ${two(boundGap)} nats low for every image.`,
        },
        {
          zh: '它不是 DBN：没有向下的箭头，两层从第一步起就一起训练，RBM 堆叠只用来做预训练。',
          en: 'It is no DBN: no arrows point down, and both layers are trained together from the first step; stacked RBMs only serve as pre-training.',
        },
      ];
  }
}

/** More exact sampling, or another way to stack. */
export function nextModels({ model, gibbs, steps }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: model === 'rbm' && gibbs < 10, label: { zh: 'CD-10', en: 'CD-10' }, parameters: { gibbs: 10 } },
    { when: model === 'rbm' && gibbs > 1, label: { zh: 'CD-1', en: 'CD-1' }, parameters: { gibbs: 1 } },
    { when: model !== 'dbn', label: { zh: '堆叠成 DBN', en: 'stacked: DBN' }, parameters: { model: 'dbn' } },
    {
      when: model !== 'dbm',
      label: { zh: '联合训练：DBM', en: 'trained jointly: DBM' },
      parameters: { model: 'dbm' },
    },
    { when: model !== 'rbm', label: { zh: '单个 RBM', en: 'a single RBM' }, parameters: { model: 'rbm' } },
    { when: steps < 5000, label: { zh: '训练 5000 步', en: '5,000 steps' }, parameters: { steps: 5000 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
