import { conv, dense, pool, sequence } from '../layers.ts';
import { convStage, denseStage, type Network } from '../network.ts';

const maps = [64, 128, 256, 512, 512];

/** Kernel sizes of the five blocks. */
type Blocks = readonly (readonly number[])[];

/** Simonyan & Zisserman 2015, Table 1. */
function vgg(name: string, blocks: Blocks): Network {
  return {
    name,
    input: { maps: 3, height: 224, width: 224 },
    stages: [
      ...blocks.map((sizes, index) => {
        const layers = sizes.map((size) => conv({ maps: maps[index] ?? 0, size }));
        return convStage(index + 1, sequence(...layers, pool(2, 2)));
      }),
      denseStage(sequence(dense(4096), dense(4096), dense(1000))),
    ],
  };
}

const [two, three, four] = [
  [3, 3],
  [3, 3, 3],
  [3, 3, 3, 3],
];
const withOneByOne = [3, 3, 1];

/** Configurations D, C and E. */
export const vgg16 = vgg('VGG-16', [two, two, three, three, three]);
export const vgg16C = vgg('VGG-16 (C)', [two, two, withOneByOne, withOneByOne, withOneByOne]);
export const vgg19 = vgg('VGG-19', [two, two, four, four, four]);
