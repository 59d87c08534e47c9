import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { FlowResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeFlow({ parameters, measures }: FlowResult): Bilingual[] {
  const perLayer = readable(measures.perLayer);
  const rate: Bilingual = isResidual(parameters)
    ? {
        zh: `每过一个残差块，梯度平均乘以 ${perLayer}。`,
        en: `Each residual block multiplies the gradient by ${perLayer} on average.`,
      }
    : {
        zh: `每过一层，梯度平均乘以 ${perLayer}。`,
        en: `Each layer multiplies the gradient by ${perLayer} on average.`,
      };
  const why = explanations.find(({ when }) => when(parameters));
  return why === undefined ? [rate] : [rate, why.says];
}

const isResidual = ({ skip }: Values) => skip === 'resnet-v1' || skip === 'resnet-v2';

/** The first that fits is told; from the particular to the general. */
const explanations: readonly { readonly when: (parameters: Values) => boolean; readonly says: Bilingual }[] =
  [
    {
      when: ({ skip, norm }) => skip === 'resnet-v2' && norm === 'none',
      says: {
        zh: '恒等捷径让每个块的方差翻倍：光有跳跃连接还不够，还需要归一化或更小的初始化。',
        en: 'The identity path doubles the variance in every block: a skip alone is not enough, it needs normalisation or a smaller init.',
      },
    },
    {
      when: isResidual,
      says: {
        zh: '恒等捷径让梯度大约随块数线性增长，而不是指数增长；去掉捷径，同样的 BN 网络每层乘以约 1.21。',
        en: 'Along the identity path the gradient grows about linearly with the blocks, not exponentially; without it the same BN net gains ×1.21 per layer.',
      },
    },
    {
      when: ({ skip }) => skip === 'highway',
      says: {
        zh: '变换门偏置为 −2，门大多关闭，大部分梯度沿捷径原样通过。',
        en: 'With a gate bias of −2 the gates are mostly closed, so most of the gradient takes the shortcut unchanged.',
      },
    },
    {
      when: ({ activation, norm }) => activation === 'relu' && norm === 'batch',
      says: {
        zh: 'BN 治不了梯度爆炸：在没有跳跃连接的 ReLU 网络里，它本身就让梯度每层乘以 √(π/(π−1)) ≈ 1.211。',
        en: 'BN is no cure for exploding gradients: in a plain ReLU net it makes them grow by √(π/(π−1)) ≈ 1.211 per layer itself.',
      },
    },
    {
      when: ({ activation, norm }) => activation === 'sigmoid' && norm !== 'none',
      says: {
        zh: '归一化在每层把信号重新放大，抵消了 σ′ ≤ 0.25 的缩小。',
        en: 'Normalisation scales the signal up again in every layer, which makes up for σ′ ≤ 0.25.',
      },
    },
    {
      when: ({ activation }) => activation === 'sigmoid',
      says: {
        zh: '没有一个单元饱和：预激活都在 0 附近，缩小来自 σ′ 最大只有 0.25。消失不等于饱和。',
        en: 'No unit is saturated: pre-activations stay near 0, and the loss comes from σ′ being 0.25 at most. Vanishing is not saturation.',
      },
    },
    {
      when: ({ activation, init }) => activation === 'tanh' && init === 'gain-3',
      says: {
        zh: '权重太大时 tanh 网络进入混沌区：梯度逐层放大，尽管 tanh′ ≤ 1。',
        en: 'With weights this large a tanh net is chaotic: gradients grow layer by layer although tanh′ ≤ 1.',
      },
    },
    {
      when: ({ activation }) => activation === 'tanh',
      says: {
        zh: 'tanh′(0) = 1 且零均值：20 层后梯度只小几倍，并没有消失。',
        en: 'tanh′(0) = 1 and tanh is zero-centred: the gradient loses a factor of a few, it does not vanish.',
      },
    },
    {
      when: ({ activation, init }) => activation === 'relu' && (init === 'xavier' || init === 'lecun'),
      says: {
        zh: 'ReLU 在正半轴不饱和，但切掉一半信号；Xavier 不补偿，每层损失 2^(−½)。He 初始化补上这个 √2。',
        en: 'ReLU does not saturate above 0, but it cuts half of the signal; Xavier does not make up for it and loses 2^(−½) per layer. He init puts the √2 back.',
      },
    },
    {
      when: ({ activation, init }) => activation === 'relu' && init === 'he',
      says: {
        zh: '守住梯度的是 ReLU 加 He 初始化的 √2，而不是 ReLU 本身：换成 Xavier 就会缩小几百倍。',
        en: 'What keeps the gradient is ReLU with the √2 of He init, not ReLU by itself: with Xavier it shrinks hundreds of times.',
      },
    },
    {
      when: ({ activation, init }) => activation === 'linear' && init === 'orthogonal',
      says: {
        zh: '正交矩阵保持长度，所以比值恰好为 1，与深度无关。',
        en: 'Orthogonal matrices keep lengths, so the ratio is exactly 1 at any depth.',
      },
    },
  ];

/** What to run next: the remedy, the disease, or the same thing deeper. */
export function nextFlows(parameters: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: parameters.activation === 'relu' && parameters.init === 'he',
      label: { zh: '换成 Xavier', en: 'Xavier instead of He' },
      parameters: { init: 'xavier' },
    },
    {
      when: parameters.activation === 'sigmoid' && parameters.norm === 'none',
      label: { zh: '加上 BN', en: 'add BN' },
      parameters: { norm: 'batch' },
    },
    {
      when: parameters.activation === 'sigmoid' && parameters.skip === 'none',
      label: { zh: '加上 Highway', en: 'add highway' },
      parameters: { skip: 'highway', norm: 'none' },
    },
    {
      when: parameters.activation !== 'relu' || parameters.init !== 'he',
      label: { zh: '换成 ReLU + He', en: 'ReLU + He' },
      parameters: { activation: 'relu', init: 'he' },
    },
    {
      when: parameters.activation === 'relu' && parameters.norm === 'none',
      label: { zh: '加上 BN', en: 'add BN' },
      parameters: { norm: 'batch' },
    },
    {
      when: parameters.norm === 'batch' && parameters.skip === 'none',
      label: { zh: '加上残差', en: 'add residual blocks' },
      parameters: { skip: 'resnet-v2' },
    },
    {
      when: parameters.depth < 50,
      label: { zh: '50 层', en: '50 layers' },
      parameters: { depth: 50 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters: change }) => ({ label, parameters: change }))
    .slice(0, 3);
}
