import type { Result, System } from '../experiment.ts';
import { choice, type ValuesOf } from '../parameter.ts';

/** What can be varied. */
export const settings = {
  method: choice(
    { zh: '分解方式', en: 'method' },
    ['one-dimensional', 'stacked-3x3', 'bottleneck'],
    'one-dimensional',
  ),
  kernel: choice({ zh: '卷积核', en: 'kernel' }, ['3x3', '5x5', '7x7'], '7x7'),
};

/** The experiment's settings as a type. */
export type Settings = typeof settings;

/** Their values. */
export type Values = ValuesOf<Settings>;

/** What a run of the experiment measured. */
export type FactoriseResult = Result<Settings, FactoriseMeasure>;

/** Names of the numbers measured. */
export type FactoriseMeasure = 'receptiveField' | 'saved' | 'kept' | 'identityError';

/** Side of the large kernel in pixels; the bottleneck is GoogLeNet's, in front of a 5×5. */
export function kernelSide({ method, kernel }: Values): number {
  return method === 'bottleneck' ? 5 : Number(kernel[0]);
}

/** Every system of the field this experiment shows. */
export const systems: readonly System<Settings>[] = [
  {
    names: ['Inception v3', '1×n 卷积', '非对称卷积', 'asymmetric convolution', 'separable convolution'],
    parameters: {},
  },
  {
    names: ['Inception v2', 'BN-Inception', '两个 3×3', 'two 3×3'],
    parameters: { method: 'stacked-3x3', kernel: '5x5' },
  },
  {
    names: ['VGG', '堆叠 3×3', 'stacked 3×3', '小卷积核', 'small kernels'],
    parameters: { method: 'stacked-3x3', kernel: '7x7' },
  },
  {
    names: ['Inception v1', 'GoogLeNet', 'Inception', '1×1 卷积', '1×1 convolution', '瓶颈层', 'bottleneck'],
    parameters: { method: 'bottleneck' },
  },
];
