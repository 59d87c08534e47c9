import type { Expected, Result, System } from '../experiment.ts';
import { unbounded } from '../experiment.ts';
import { choice, integer, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  depth: integer({ zh: '深度', en: 'depth' }, [2, 60], 50),
  growth: integer({ zh: '增长率', en: 'growth rate' }, [2, 16], 8),
  norm: choice({ zh: '归一化', en: 'normalisation' }, ['batch', 'none'], 'batch'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** Names of the numbers measured. */
export type DenseMeasure = 'ratio' | 'plainRatio';

/** What a run of the experiment measured. */
export type DenseResult = Result<Settings, DenseMeasure>;

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  { names: ['DenseNet', '稠密连接网络', '密集连接', 'dense connections', 'concatenation'], parameters: {} },
  { names: ['DenseNet without BN', '不加 BN 的 DenseNet'], parameters: { norm: 'none' } },
];

/** Bounds of the dense net were measured at these depths and this growth; those of the plain one at the depths. */
const measured = { depths: [20, 50], growth: 8 };

/** What is known before a run. */
export function expectDense({ depth, growth, norm }: Values): Expected<DenseMeasure>[] {
  if (!measured.depths.includes(depth)) return [];
  const dense: Expected<DenseMeasure>[] =
    growth === measured.growth
      ? [
          {
            measure: 'ratio',
            low: 1,
            high: 30,
            source: 'Huang et al. 2017 §1: direct access to the gradient',
          },
        ]
      : [];
  if (norm === 'none') return dense;
  const source = 'Yang et al. 2019: 1.2112 per layer';
  const [low, high] = depth === 20 ? [20, 80] : [3e3, unbounded];
  return [...dense, { measure: 'plainRatio', low, high, source }];
}
