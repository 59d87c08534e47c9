import { conv, dense, globalPool, type Layer, pool, residual, sequence } from '../layers.ts';
import { convStage, denseStage, type Network } from '../network.ts';

/** How one implementation differs from another. */
interface Variant {
  /** Where a stage halves the size: in the first 1 × 1, as in the paper, or in the 3 × 3, as libraries have it since. */
  readonly stridesIn: '1x1' | '3x3';
  readonly hasBias: boolean;
  /** Numbers kept for each map by the normalisation. */
  readonly norm: number;
}

const usual: Variant = { stridesIn: '3x3', hasBias: false, norm: 2 };
const widths = [64, 128, 256, 512];

/** He et al. 2016a, Table 1; `blocks` of each of the four stages. */
function resNet(
  name: string,
  blocks: readonly number[],
  kind: 'basic' | 'bottleneck',
  variant: Variant = usual,
): Network {
  const draw = (maps: number, size: number, stride = 1) =>
    conv({ maps, size, stride, hasBias: variant.hasBias, norm: variant.norm });
  const block = (width: number, stride: number, isFirst: boolean): Layer => {
    const outputs = kind === 'basic' ? width : 4 * width;
    const [first, second] = variant.stridesIn === '1x1' ? [stride, 1] : [1, stride];
    const branch =
      kind === 'basic'
        ? sequence(draw(width, 3, stride), draw(width, 3))
        : sequence(draw(width, 1, first), draw(width, 3, second), draw(outputs, 1));
    // Basic blocks of the first stage find the width they need; bottlenecks widen it fourfold.
    const isProjected = isFirst && (kind === 'bottleneck' || stride > 1);
    return isProjected ? residual(branch, draw(outputs, 1, stride)) : residual(branch);
  };
  const stages = blocks.map((count, index) =>
    convStage(
      `${index + 2}_x`,
      sequence(
        ...Array.from({ length: count }, (_, place) =>
          block(widths[index] ?? 0, index > 0 && place === 0 ? 2 : 1, place === 0),
        ),
      ),
    ),
  );
  return {
    name,
    input: { maps: 3, height: 224, width: 224 },
    stages: [
      convStage('1', sequence(draw(64, 7, 2), pool(3, 2, 'same'))),
      ...stages,
      denseStage(sequence(globalPool, dense(1000)), { zh: '平均池化与线性层', en: 'mean and linear' }),
    ],
  };
}

export const resNet18 = resNet('ResNet-18', [2, 2, 2, 2], 'basic');
export const resNet34 = resNet('ResNet-34', [3, 4, 6, 3], 'basic');
export const resNet50 = resNet('ResNet-50', [3, 4, 6, 3], 'bottleneck');
export const resNet50Paper = resNet('ResNet-50 (paper)', [3, 4, 6, 3], 'bottleneck', {
  ...usual,
  stridesIn: '1x1',
});
/** Keras keeps biases that normalisation makes useless, and counts the moving mean and variance. */
export const resNet50Keras = resNet('ResNet-50 (Keras)', [3, 4, 6, 3], 'bottleneck', {
  stridesIn: '1x1',
  hasBias: true,
  norm: 4,
});
export const resNet101 = resNet('ResNet-101', [3, 4, 23, 3], 'bottleneck');
export const resNet152 = resNet('ResNet-152', [3, 8, 36, 3], 'bottleneck');
