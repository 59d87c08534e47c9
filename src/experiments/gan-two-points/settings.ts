import type { Result, System } from '../experiment.ts';
import { choice, decimal, type ValuesOf } from '../parameter.ts';

/** Losses of the generator, with the critic each goes with. */
export const lossNames = ['saturating', 'non-saturating', 'weight-clipping', 'gradient-penalty'] as const;

/** One of {@link lossNames}. */
export type LossName = (typeof lossNames)[number];

/** Bounds of clipped critics that are held against the gradient penalty: WGAN's own, and two wider ones. */
export const [tightBound, mediumBound, looseBound] = [0.01, 0.1, 0.5] as const;

/** What can be varied. */
export const settings = {
  loss: choice({ zh: '生成器的损失', en: 'generator loss' }, lossNames, 'saturating'),
  distance: decimal({ zh: '真假相距', en: 'distance of real and fake' }, [0.2, 3], 2),
  clip: decimal({ zh: '权重裁剪界 c', en: 'weight clipping bound c' }, [0.01, 0.5], 0.01),
  view: choice({ zh: '看什么', en: 'view' }, ['path', 'slope', 'divergence'], 'path'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type GanMeasure =
  | 'js'
  | 'jsSlope'
  | 'wassersteinSlope'
  | 'jsEstimate'
  | 'saturatingGradient'
  | 'nonSaturatingGradient'
  | 'tightSlope'
  | 'mediumSlope'
  | 'looseSlope'
  | 'penaltySlope'
  | 'penaltyGap'
  | 'saturatingEnd'
  | 'nonSaturatingEnd'
  | 'clippedEnd'
  | 'penalisedNearest';

/** What a run of the experiment measured. */
export type GanResult = Result<Settings, GanMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['GAN', '生成对抗网络', 'generative adversarial network', 'minimax GAN'], parameters: {} },
  {
    names: ['non-saturating GAN', '非饱和 GAN', '非饱和损失', 'non-saturating loss'],
    parameters: { loss: 'non-saturating' },
  },
  {
    names: ['WGAN', 'Wasserstein GAN', '权重裁剪', 'weight clipping'],
    parameters: { loss: 'weight-clipping' },
  },
  {
    names: ['WGAN-GP', '梯度惩罚', 'gradient penalty'],
    parameters: { loss: 'gradient-penalty', view: 'slope' },
  },
  {
    names: ['JS divergence', 'JS 散度', 'Jensen–Shannon', 'Wasserstein distance', 'Wasserstein 距离'],
    parameters: { view: 'divergence' },
  },
];
