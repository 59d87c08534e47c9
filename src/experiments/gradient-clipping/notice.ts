import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import { type ClipResult, lostAbove, type Settings, type Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeClipping({ parameters, measures }: ClipResult): Bilingual[] {
  if (parameters.picture === 'cliff') return [steepness(measures.cliffWeight), sameStep];
  const explodes = measures.unclippedLoss > lostAbove;
  if (!explodes && measures.finalLoss > 0.5) return [vanished(measures.largestGradient), remedy];
  if (measures.finalLoss > 0.5) return [bounded(measures.largestGradient), stepOnly];
  return [bounded(measures.largestGradient), direction(measures.normCosine, measures.valueCosine)];
}

const steepness = (end: number): Bilingual => ({
  zh: `崖顶的梯度有 3×10⁷，裁剪后每步一样长，于是走下悬崖，停在 ${end.toFixed(3)}（最低点 0.977）。`,
  en: `On top of the cliff the gradient is 3×10⁷; clipped, all steps are of one length, so w walks down and stops at ${end.toFixed(3)} (the minimum is at 0.977).`,
});

const sameStep: Bilingual = {
  zh: '阈值越小，停得越准，走得越慢：裁剪只管步子多大，不改变悬崖本身。',
  en: 'A lower threshold stops closer and takes longer: clipping rules the length of the step, not the cliff.',
};

const bounded = (largest: number): Bilingual => ({
  zh: `裁剪之前，梯度范数仍然大到 ${readable(largest)}：裁剪限制的是每一步的大小，爆炸的梯度还在那里。`,
  en: `Before clipping, the gradient’s norm still reached ${readable(largest)}: what is bounded is the step; the exploding gradient is still there.`,
});

const direction = (norm: number, value: number): Bilingual => ({
  zh: `按范数裁剪不改变方向（余弦 ${norm.toFixed(3)}）；逐元素裁剪到 ±0.1 会把方向带偏，余弦最低 ${value.toFixed(2)}。`,
  en: `Clipping the norm keeps the direction (cosine ${norm.toFixed(3)}); clipping every entry to ±0.1 turns it, down to a cosine of ${value.toFixed(2)}.`,
});

const stepOnly: Bilingual = {
  zh: '没有爆炸，也没有学会：裁剪是必要的保险，不是解药。',
  en: 'No explosion, but no learning either: clipping is a necessary safeguard, not a cure.',
};

const vanished = (largest: number): Bilingual => ({
  zh: `整个训练中梯度范数最大只有 ${readable(largest)}，两条曲线几乎重合：从第一步传来的那部分梯度已经消失，缩短步子变不出它来。`,
  en: `The gradient’s norm never exceeded ${readable(largest)} and the curves all but coincide: the part that should come from the first step has vanished, and shorter steps do not bring it back.`,
});

const remedy: Bilingual = {
  zh: '裁剪只会缩短过长的梯度；对付消失要靠门控（LSTM、GRU）或合适的初始矩阵。',
  en: 'Clipping only shortens long gradients; against vanishing it takes gates (LSTM, GRU) or a suitable initial matrix.',
};

/** What to run next. */
export function nextClippings({ clip, gain, picture, threshold }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: picture === 'cliff' && threshold !== 0.1,
      label: { zh: '阈值 0.1', en: 'threshold 0.1' },
      parameters: { threshold: 0.1 },
    },
    {
      when: picture === 'rnn',
      label: { zh: '看悬崖', en: 'look at a cliff' },
      parameters: { picture: 'cliff', clip: 'norm', threshold: 1, steps: 20 },
    },
    {
      when: picture === 'cliff',
      label: { zh: '看 RNN 训练', en: 'train an RNN' },
      parameters: { picture: 'rnn', threshold: 1, steps: 120 },
    },
    {
      when: picture === 'rnn' && gain !== 0.5,
      label: { zh: '增益 0.5：梯度消失', en: 'gain 0.5: vanishing' },
      parameters: { gain: 0.5 },
    },
    {
      when: picture === 'rnn' && gain !== 3,
      label: { zh: '增益 3：更猛的爆炸', en: 'gain 3: explodes harder' },
      parameters: { gain: 3 },
    },
    {
      when: picture === 'rnn' && clip === 'norm',
      label: { zh: '改为逐元素裁剪', en: 'clip every entry' },
      parameters: { clip: 'value', threshold: 0.1 },
    },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
