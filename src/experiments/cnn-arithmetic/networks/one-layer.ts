import { conv, dense } from '../layers.ts';
import { denseStage, type Network } from '../network.ts';

/** A single convolution, and beside it what full connection would cost: shared weights against none. */
export const oneLayer: Network = {
  name: '64 × 3×3',
  input: { maps: 3, height: 224, width: 224 },
  stages: [{ name: { zh: '64 个 3×3 卷积核', en: '64 kernels of 3×3' }, layer: conv({ maps: 64, size: 3 }) }],
  beside: denseStage(dense(1000), { zh: '全连接 1000 个单元', en: '1,000 units, fully connected' }),
};
