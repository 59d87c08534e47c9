import {
  branches,
  type Convolution,
  conv,
  dense,
  globalPool,
  type Layer,
  pool,
  sequence,
} from '../layers.ts';
import { convStage, denseStage, type Network, type Stage } from '../network.ts';

/** What libraries changed: normalisation instead of biases, and 3 × 3 kernels in the branch of 5 × 5. */
interface Variant {
  readonly usual: Pick<Convolution, 'hasBias' | 'norm'>;
  readonly largeKernel: 3 | 5;
}

/** Maps of an inception module: 1×1, reduction and 3×3, reduction and 5×5, projection after the pool. */
type Module = readonly [
  one: number,
  reduce3: number,
  three: number,
  reduce5: number,
  five: number,
  pool: number,
];

/** Szegedy et al. 2015, Table 1. */
const modules: readonly (readonly Module[])[] = [
  [
    [64, 96, 128, 16, 32, 32],
    [128, 128, 192, 32, 96, 64],
  ],
  [
    [192, 96, 208, 16, 48, 64],
    [160, 112, 224, 24, 64, 64],
    [128, 128, 256, 24, 64, 64],
    [112, 144, 288, 32, 64, 64],
    [256, 160, 320, 32, 128, 128],
  ],
  [
    [256, 160, 320, 32, 128, 128],
    [384, 192, 384, 48, 128, 128],
  ],
];

const halve = pool(3, 2, 'same');

function inception({ usual, largeKernel }: Variant): (module: Module) => Layer {
  const layer = (maps: number, size: number) => conv({ maps, size, ...usual });
  return ([one, reduce3, three, reduce5, five, pooled]) =>
    branches(
      layer(one, 1),
      sequence(layer(reduce3, 1), layer(three, 3)),
      sequence(layer(reduce5, 1), layer(five, largeKernel)),
      sequence(pool(3, 1, 'same'), layer(pooled, 1)),
    );
}

/** Szegedy et al. 2015, §5: on 4a and 4d, thrown away after training. */
function auxiliary({ usual }: Variant): Layer {
  return sequence(pool(5, 3), conv({ maps: 128, size: 1, ...usual }), dense(1024), dense(1000));
}

function googleNet(name: string, variant: Variant, hasAuxiliaries = false): Network {
  const layers = modules.map((group) => group.map(inception(variant)));
  const [third = [], fourth = [], fifth = []] = layers;
  const stem = sequence(
    conv({ maps: 64, size: 7, stride: 2, ...variant.usual }),
    halve,
    conv({ maps: 64, size: 1, ...variant.usual }),
    conv({ maps: 192, size: 3, ...variant.usual }),
    halve,
  );
  const module = (label: string, ...parts: readonly Layer[]): Stage => ({
    name: { zh: `Inception ${label}`, en: `inception ${label}` },
    layer: sequence(...parts),
  });
  const aside: Stage = {
    ...denseStage(auxiliary(variant), { zh: '辅助分类器', en: 'auxiliaries' }),
    isAside: true,
  };
  const inFourth = (first: number, last: number) => module('4', ...fourth.slice(first, last));
  return {
    name,
    input: { maps: 3, height: 224, width: 224 },
    stages: [
      convStage('1–2', stem),
      module('3', ...third, halve),
      inFourth(0, 1),
      ...(hasAuxiliaries ? [aside] : []),
      inFourth(1, 4),
      ...(hasAuxiliaries ? [aside] : []),
      inFourth(4, 5),
      module('5', halve, ...fifth),
      denseStage(sequence(globalPool, dense(1000)), { zh: '平均池化与线性层', en: 'mean and linear' }),
    ],
  };
}

const asPublished: Variant = { usual: {}, largeKernel: 5 };

export const googleNetPaper = googleNet('GoogLeNet', asPublished);
export const googleNetTraining = googleNet('GoogLeNet (training)', asPublished, true);
export const googleNetLibrary = googleNet('GoogLeNet (library)', {
  usual: { hasBias: false, norm: 2 },
  largeKernel: 3,
});
