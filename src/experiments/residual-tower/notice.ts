import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import type { Settings, TowerResult, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeTower({ parameters: { blocks }, measures }: TowerResult): Bilingual[] {
  const [residual, plain] = [readable(measures.residual), readable(measures.plain)];
  return [
    {
      zh: `两座塔的权重一模一样：捷径多用的参数是 ${measures.extraWeights} 个。它没有门，永远敞开；带门的是 highway 网络。`,
      en: `Both towers have the very same weights; the shortcuts add ${measures.extraWeights} to them. They have no gate and are always open; gates belong to highway networks.`,
    },
    {
      zh: `有捷径，第 1 块的梯度是最后一块的 ${residual} 倍；去掉捷径，BN 让它在 ${2 * blocks} 个卷积里变为 ${plain} 倍。`,
      en: `With shortcuts the gradient at block 1 is ${residual} times the last block’s; without them BN makes that ${plain} times over ${2 * blocks} convolutions.`,
    },
    {
      zh: 'AlphaGo Zero 用 19 或 39 个这样的块，每块 256 通道；它的另一半是蒙特卡洛树搜索。',
      en: 'AlphaGo Zero stacks 19 or 39 such blocks of 256 channels; its other half is Monte Carlo tree search.',
    },
  ];
}

/** What to run next. */
export function nextTowers({ blocks, channels }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    { when: blocks !== 39, label: { zh: '39 个块', en: '39 blocks' }, parameters: { blocks: 39 } },
    { when: blocks !== 5, label: { zh: '5 个块', en: '5 blocks' }, parameters: { blocks: 5 } },
    { when: blocks !== 19, label: { zh: '19 个块', en: '19 blocks' }, parameters: { blocks: 19 } },
    { when: channels !== 16, label: { zh: '16 通道', en: '16 channels' }, parameters: { channels: 16 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
