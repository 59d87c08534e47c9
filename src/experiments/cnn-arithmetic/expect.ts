import type { Expected } from '../experiment.ts';
import type { NetworkName } from './network-names.ts';
import type { CountMeasure, Values } from './settings.ts';

/** A published number: exact where it was printed to the digit, else the range it was rounded from. */
type Published = readonly [measure: CountMeasure, value: number | readonly [number, number], source: string];

/** What a number printed in units of `unit` may have been rounded from. */
const rounded = (value: number, unit: number): readonly [number, number] => [
  value - unit / 2,
  value + unit / 2,
];

/** The numbers papers and libraries print. */
const published: Readonly<Record<NetworkName, readonly Published[]>> = {
  'one-layer': [['parameters', 1_792, '(3·3·3 + 1)·64']],
  'lenet-5': [
    ['parameters', 60_000, 'LeCun et al. 1998 §II-B'],
    ['connections', 340_908, 'LeCun et al. 1998 §II-B'],
  ],
  'lenet-5-modern': [['parameters', 61_706, 'common re-implementation']],
  alexnet: [['parameters', [60e6, 61e6], 'Krizhevsky et al. 2012: 60 million']],
  'alexnet-one-tower': [
    ['parameters', 61_100_840, 'torchvision'],
    ['multiplyAdds', rounded(0.71e9, 0.01e9), 'torchvision: 0.71 G'],
  ],
  'vgg-16': [
    ['parameters', 138_357_544, 'Simonyan & Zisserman 2015, Table 2; Keras'],
    ['multiplyAdds', rounded(15.47e9, 0.01e9), 'torchvision: 15.47 G'],
  ],
  'vgg-16-c': [['parameters', rounded(134e6, 1e6), 'Simonyan & Zisserman 2015, Table 2: 134 M']],
  'vgg-19': [
    ['parameters', 143_667_240, 'Simonyan & Zisserman 2015, Table 2; Keras'],
    ['multiplyAdds', rounded(19.63e9, 0.01e9), 'torchvision: 19.63 G'],
  ],
  googlenet: [['multiplyAdds', rounded(1.5e9, 0.2e9), 'Szegedy et al. 2015: a budget of 1.5 G']],
  'googlenet-training': [],
  'googlenet-library': [['parameters', 6_624_904, 'torchvision']],
  'inception-v3': [
    ['parameters', [0, 25e6], 'Szegedy et al. 2016: less than 25 million'],
    ['multiplyAdds', [5e9, 6e9], 'Szegedy et al. 2016: 5 billion'],
  ],
  'inception-v3-training': [['parameters', 27_161_264, 'torchvision']],
  'inception-v3-keras': [['parameters', 23_851_784, 'Keras']],
  'resnet-18': [
    ['parameters', 11_689_512, 'torchvision'],
    ['multiplyAdds', rounded(1.814e9, 0.01e9), 'torchvision: 1.81 G'],
  ],
  'resnet-34': [
    ['parameters', 21_797_672, 'torchvision'],
    ['multiplyAdds', rounded(3.664e9, 0.01e9), 'torchvision: 3.66 G'],
  ],
  'resnet-50': [
    ['parameters', 25_557_032, 'torchvision'],
    ['multiplyAdds', rounded(4.089e9, 0.001e9), 'torchvision: 4.089 G'],
  ],
  'resnet-50-paper': [
    ['parameters', 25_557_032, 'torchvision'],
    ['multiplyAdds', [3.8e9, 3.9e9], 'He et al. 2016a, Table 1: 3.8·10⁹'],
  ],
  'resnet-50-keras': [['parameters', 25_636_712, 'Keras']],
  'resnet-101': [
    ['parameters', 44_549_160, 'torchvision'],
    ['multiplyAdds', rounded(7.801e9, 0.01e9), 'torchvision: 7.80 G'],
  ],
  'resnet-152': [
    ['parameters', 60_192_808, 'torchvision'],
    ['multiplyAdds', rounded(11.514e9, 0.01e9), 'torchvision: 11.51 G'],
  ],
  'alphago-zero-19': [],
  'alphago-zero-39': [],
};

/** What the network is known to have. */
export function expectCounts({ network }: Values): Expected<CountMeasure>[] {
  return published[network].map(([measure, value, source]) => {
    const [low, high] = typeof value === 'number' ? [value, value] : value;
    return { measure, low, high, source };
  });
}
