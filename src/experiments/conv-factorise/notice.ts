import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import { type FactoriseResult, kernelSide, type Settings, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeFactorise({ parameters, measures }: FactoriseResult): Bilingual[] {
  const { method } = parameters;
  const side = kernelSide(parameters);
  const left = Math.round(100 * measures.kept);
  const view: Bilingual = {
    zh: `视野没有变小：一个输出像素的梯度正好传到 ${measures.receptiveField}×${measures.receptiveField} 个输入像素。`,
    en: `The view did not shrink: the gradient of one output pixel reaches exactly ${measures.receptiveField}×${measures.receptiveField} input pixels.`,
  };
  switch (method) {
    case 'one-dimensional':
      return [
        view,
        {
          zh: `省下的不是白来的：只有秩为 1 的核能精确拆成两个一维核，随机的 ${side}×${side} 核平均只剩 ${left}% 的能量。`,
          en: `The saving is not for free: only kernels of rank 1 split exactly into two 1-D kernels; of a random ${side}×${side} one ${left}% of the energy is left.`,
        },
        {
          zh: '它仍然管用，是因为网络就在这种结构里训练。Inception v3 也只在 17×17 的特征图上用它，靠前的层里效果不好。',
          en: 'It works all the same because the network is trained in this form, and Inception v3 uses it on 17×17 maps only: on early layers it did not do well.',
        },
      ];
    case 'stacked-3x3':
      return [
        view,
        {
          zh: `一叠 3×3 能表达的核更少（随机核至少保住 ${left}%），换来的是更少的权重，以及中间多出来的 ReLU。`,
          en: `A stack of 3×3 expresses fewer kernels (at least ${left}% of a random one), and gets fewer weights and another ReLU in between for it.`,
        },
      ];
    case 'bottleneck':
      return [
        {
          zh: `192 个通道先压到 16 个，5×5 才变便宜；随机的一层只有 ${left}% 的能量通得过，所以它赌的是各通道彼此相似。`,
          en: `The 5×5 is cheap because 192 channels are squeezed into 16 first. Only ${left}% of a random layer fits through: the bet is that channels resemble each other.`,
        },
        {
          zh: '1×1 卷积不看邻域，只混合通道，后面还能再接一个 ReLU。',
          en: 'A 1×1 convolution sees no neighbours; it mixes channels, and adds one more ReLU.',
        },
      ];
  }
}

/** The other ways to save, or another size. */
export function nextFactorisations({ method, kernel }: Values): Change<Settings>[] {
  const other: Change<Settings>[] = [
    { label: { zh: '一维核对', en: '1-D pair' }, parameters: { method: 'one-dimensional' } },
    { label: { zh: '堆叠 3×3', en: 'stack of 3×3' }, parameters: { method: 'stacked-3x3', kernel: '5x5' } },
    { label: { zh: '1×1 瓶颈', en: '1×1 bottleneck' }, parameters: { method: 'bottleneck' } },
  ];
  const smaller: Change<Settings> = {
    label: { zh: '换成 3×3', en: 'with 3×3' },
    parameters: { kernel: '3x3' },
  };
  return [
    ...other.filter(({ parameters }) => parameters.method !== method),
    ...(method === 'one-dimensional' && kernel !== '3x3' ? [smaller] : []),
  ];
}
