import { conv, dense, pool, sequence } from '../layers.ts';
import { convStage, denseStage, type Network } from '../network.ts';

const overlappingPool = pool(3, 2);
const classifier = denseStage(sequence(dense(4096), dense(4096), dense(1000)));

/**
 * Krizhevsky, Sutskever & Hinton 2012: layers 2, 4 and 5 in two groups, one for each GPU.
 * The paper prints 224 pixels; its 55 × 55 places need 227.
 */
export const alexNet: Network = {
  name: 'AlexNet',
  input: { maps: 3, height: 227, width: 227 },
  stages: [
    convStage(1, sequence(conv({ maps: 96, size: 11, stride: 4, padding: 'valid' }), overlappingPool)),
    convStage(2, sequence(conv({ maps: 256, size: 5, groups: 2 }), overlappingPool)),
    convStage(3, conv({ maps: 384, size: 3 })),
    convStage(4, conv({ maps: 384, size: 3, groups: 2 })),
    convStage(5, sequence(conv({ maps: 256, size: 3, groups: 2 }), overlappingPool)),
    classifier,
  ],
};

/** Krizhevsky 2014, as torchvision has it: one tower, fewer maps. */
export const alexNetOneTower: Network = {
  name: 'AlexNet (one tower)',
  input: { maps: 3, height: 224, width: 224 },
  stages: [
    convStage(1, sequence(conv({ maps: 64, size: 11, stride: 4, padding: 2 }), overlappingPool)),
    convStage(2, sequence(conv({ maps: 192, size: 5 }), overlappingPool)),
    convStage(3, conv({ maps: 384, size: 3 })),
    convStage(4, conv({ maps: 256, size: 3 })),
    convStage(5, sequence(conv({ maps: 256, size: 3 }), overlappingPool)),
    classifier,
  ],
};
