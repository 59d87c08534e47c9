import type { Expected, Result, System } from '../experiment.ts';
import { unbounded } from '../experiment.ts';
import { integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  blocks: integer({ zh: '残差块数', en: 'residual blocks' }, [2, 39], 19),
  channels: integer({ zh: '通道数', en: 'channels' }, [4, 16], 8),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type TowerMeasure = 'residual' | 'plain' | 'extraWeights';

/** What a run of the experiment measured. */
export type TowerResult = Result<Settings, TowerMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['AlphaZero', 'AlphaGo Zero', 'residual tower', '残差塔', '棋盘残差网络', 'AlphaZero 的 ResNet'],
    parameters: {},
  },
  { names: ['AlphaGo Zero, 39 blocks', '39 个残差块'], parameters: { blocks: 39 } },
];

/** The tower the bounds were measured at. */
const measured = { blocks: 19, channels: 8 };

/** What is known before a run. */
export function expectTower({ blocks, channels }: Values): Expected<TowerMeasure>[] {
  const extraWeights = {
    measure: 'extraWeights',
    low: 0,
    high: 0,
    source: 'He et al. 2016a §3.2: no extra parameter',
  } as const;
  if (blocks !== measured.blocks || channels !== measured.channels) return [extraWeights];
  return [
    { measure: 'residual', low: 0, high: 30, source: 'He et al. 2016a; Silver et al. 2017: 19 blocks train' },
    { measure: 'plain', low: 50, high: unbounded, source: 'Yang et al. 2019: BN makes plain nets explode' },
    extraWeights,
  ];
}
