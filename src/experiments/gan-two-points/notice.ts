import type { Bilingual } from '../../core/question/language.ts';
import { readable } from '../chart/number-text.ts';
import type { Change } from '../experiment.ts';
import { placeText } from './place.ts';
import type { GanResult, Settings, Values } from './settings.ts';

/** What to look at in the picture. */
export function noticeGan(result: GanResult): Bilingual[] {
  switch (result.parameters.view) {
    case 'path':
      return noticePath(result);
    case 'slope':
      return noticeSlope(result);
    case 'divergence':
      return noticeDivergence(result);
  }
}

function noticePath({ parameters: { clip, distance }, measures }: GanResult): Bilingual[] {
  const saturating = readable(measures.saturatingGradient);
  const nonSaturating = measures.nonSaturatingGradient.toFixed(1);
  const clipped = placeText(measures.clippedEnd);
  const nearest = placeText(measures.penalisedNearest);
  return [
    measures.saturatingGradient < 0.01
      ? {
          zh: `判别器训好以后，minimax 损失给生成器的梯度只有 ${saturating}；判别器越好，这个梯度越小。换成 −log D，同一个判别器给出 ${nonSaturating}，所以“GAN 的梯度必然消失”说过头了。`,
          en: `Once the discriminator is trained, the minimax loss leaves the generator a gradient of ${saturating}; the better the discriminator, the smaller it is. With −log D the same discriminator gives ${nonSaturating}, so “GAN gradients vanish” holds for one loss only.`,
        }
      : {
          zh: `两堆点还有重叠，判别器分不清，minimax 损失的梯度就还在：${saturating}；离得远了，它才消失。`,
          en: `The two still overlap and the discriminator cannot tell them apart, so the minimax loss has a gradient, ${saturating}; it vanishes only farther off.`,
        },
    {
      zh: `WGAN 裁剪的是权重，不是梯度。裁剪到 ${clip}，假样本从 ${distance} 出发，停在 ${clipped}；界太小，判别器太平，界太大又太陡。`,
      en: `WGAN clips weights, not gradients. Clipped at ${clip}, fakes that start at ${distance} end at ${clipped}; under a tight bound the critic is too flat, under a wide one too steep.`,
    },
    {
      zh: `WGAN-GP 每一步走得差不多远，40 步内最近到 ${nearest}；−log D 的梯度大，走得猛。两者都可能冲过头，要等判别器掉转方向。`,
      en: `WGAN-GP takes even steps and comes as near as ${nearest} within 40; −log D has a large gradient and jumps. Both may run past the real points until the critic turns round.`,
    },
  ];
}

function noticeSlope({ measures }: GanResult): Bilingual[] {
  const { tightSlope, looseSlope, penaltySlope, penaltyGap } = measures;
  return [
    {
      zh: `WGAN 裁剪的是权重。斜率大致随 c³ 变：c = 0.01 时只有 ${readable(tightSlope)}，c = 0.5 时到了 ${looseSlope.toFixed(1)}，梯度不是太小就是太大，合适的 c 很难选。`,
      en: `WGAN clips weights, and the slope goes roughly as c³: ${readable(tightSlope)} at c = 0.01, ${looseSlope.toFixed(1)} at c = 0.5. Gradients are too small or too large, and the right c is hard to find.`,
    },
    {
      zh: `WGAN-GP 不裁剪，而是惩罚判别器对输入的梯度范数偏离 1：斜率 ${penaltySlope.toFixed(2)}，真假得分相差 ${penaltyGap.toFixed(2)}。`,
      en: `WGAN-GP clips nothing; it penalises the critic’s gradient norm with respect to its input for leaving 1: slope ${penaltySlope.toFixed(2)}, and real and fake are scored ${penaltyGap.toFixed(2)} apart.`,
    },
    {
      zh: 'λ = 10 是软约束，最优斜率是 1 + 1/λ = 1.1，所以略高于 1，得分差也比真实距离大一成。',
      en: 'With λ = 10 the bound is a soft one: the best slope is 1 + 1/λ = 1.1, so it ends a little above 1, and the scores a tenth too far apart.',
    },
  ];
}

function noticeDivergence({ parameters: { distance }, measures }: GanResult): Bilingual[] {
  const js = measures.js.toFixed(6);
  return [
    {
      zh: `相距 ${distance} 时，JS 散度是 ${js}（ln 2 = 0.693147），斜率 ${readable(measures.jsSlope)}；W₁ 的斜率是 ${measures.wassersteinSlope.toFixed(3)}。两个分布一旦不重叠，JS 就不说离得多远。`,
      en: `At a distance of ${distance} JS is ${js} (ln 2 = 0.693147) with slope ${readable(measures.jsSlope)}; the slope of W₁ is ${measures.wassersteinSlope.toFixed(3)}. Once the two do not overlap, JS no longer tells how far apart they are.`,
    },
    {
      zh: `判别器估出来的也是它：训练 100 步后，由损失算出的 JS 是 ${measures.jsEstimate.toFixed(3)}。损失好看，不等于梯度有用。`,
      en: `It is also what a discriminator estimates: after 100 steps its loss says JS = ${measures.jsEstimate.toFixed(3)}. A good loss is not yet a useful gradient.`,
    },
  ];
}

/** What to run next. */
export function nextGan({ loss, distance, clip, view }: Values): Change<Settings>[] {
  const changes: (Change<Settings> & { readonly when: boolean })[] = [
    {
      when: view !== 'path',
      label: { zh: '看假样本怎么走', en: 'watch the fakes move' },
      parameters: { view: 'path' },
    },
    {
      when: view === 'path' && loss === 'saturating',
      label: { zh: '换成 −log D', en: 'the −log D loss' },
      parameters: { loss: 'non-saturating' },
    },
    {
      when: view === 'path' && clip < 0.1,
      label: { zh: '裁剪到 0.1', en: 'clip at 0.1' },
      parameters: { loss: 'weight-clipping', clip: 0.1 },
    },
    {
      when: view !== 'slope',
      label: { zh: '裁剪与梯度惩罚', en: 'clipping and gradient penalty' },
      parameters: { view: 'slope' },
    },
    {
      when: view !== 'divergence',
      label: { zh: 'JS 与 Wasserstein', en: 'JS and Wasserstein' },
      parameters: { view: 'divergence' },
    },
    { when: distance > 0.3, label: { zh: '相距 0.3', en: '0.3 apart' }, parameters: { distance: 0.3 } },
  ];
  return changes
    .filter(({ when }) => when)
    .map(({ label, parameters }) => ({ label, parameters }))
    .slice(0, 3);
}
