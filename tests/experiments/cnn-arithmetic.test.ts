import { describe, expect, it } from 'vitest';
import { countStages, total } from '../../src/experiments/cnn-arithmetic/network.ts';
import type { NetworkName } from '../../src/experiments/cnn-arithmetic/network-names.ts';
import { networks } from '../../src/experiments/cnn-arithmetic/networks/index.ts';
import { runCnnArithmetic } from '../../src/experiments/cnn-arithmetic/run.ts';

const count = (network: NetworkName) => total(countStages(networks[network]));

/** Parameters and, where somebody printed them, multiply-adds. */
const known: readonly { network: NetworkName; parameters: number; multiplyAdds?: number }[] = [
  { network: 'one-layer', parameters: 1_792, multiplyAdds: 86_704_128 },
  { network: 'lenet-5', parameters: 60_000 },
  { network: 'lenet-5-modern', parameters: 61_706, multiplyAdds: 416_520 },
  { network: 'alexnet', parameters: 60_965_224, multiplyAdds: 724_406_816 },
  { network: 'alexnet-one-tower', parameters: 61_100_840, multiplyAdds: 714_188_480 },
  { network: 'vgg-16', parameters: 138_357_544, multiplyAdds: 15_470_264_320 },
  { network: 'vgg-16-c', parameters: 133_638_952, multiplyAdds: 11_770_888_192 },
  { network: 'vgg-19', parameters: 143_667_240, multiplyAdds: 19_632_062_464 },
  { network: 'googlenet', parameters: 6_998_552, multiplyAdds: 1_582_671_872 },
  { network: 'googlenet-training', parameters: 13_378_280 },
  { network: 'googlenet-library', parameters: 6_624_904, multiplyAdds: 1_498_376_192 },
  { network: 'inception-v3', parameters: 23_834_568, multiplyAdds: 5_713_216_096 },
  { network: 'inception-v3-training', parameters: 27_161_264 },
  { network: 'inception-v3-keras', parameters: 23_851_784 },
  { network: 'resnet-18', parameters: 11_689_512 },
  { network: 'resnet-34', parameters: 21_797_672 },
  { network: 'resnet-50', parameters: 25_557_032, multiplyAdds: 4_089_184_256 },
  { network: 'resnet-50-paper', parameters: 25_557_032, multiplyAdds: 3_857_973_248 },
  { network: 'resnet-50-keras', parameters: 25_636_712 },
  { network: 'resnet-101', parameters: 44_549_160 },
  { network: 'resnet-152', parameters: 60_192_808 },
  { network: 'alphago-zero-19', parameters: 22_482_432 },
  { network: 'alphago-zero-39', parameters: 46_106_112 },
];

describe('cnn-arithmetic', () => {
  it.each(known)('counts $network to the digit', ({ network, parameters, multiplyAdds }) => {
    expect(count(network).parameters).toBe(parameters);
    if (multiplyAdds !== undefined) expect(count(network).multiplyAdds).toBe(multiplyAdds);
  });

  it('counts the stages of LeNet-5 as its paper does', () => {
    const stages = countStages(networks['lenet-5']).map(({ cost }) => cost);
    expect(stages.map(({ parameters }) => parameters)).toEqual([156, 12, 1_516, 32, 48_120, 10_164]);
    expect(stages.map(({ connections }) => connections)).toEqual([
      122_304,
      5_880,
      151_600,
      2_000,
      48_120,
      10_164 + 840,
    ]);
  });

  it.each<readonly [NetworkName, number]>([
    ['alexnet', 96.2],
    ['vgg-16', 89.4],
  ])('finds the share of fully connected parameters of %s', (network, share) => {
    const { measures } = runCnnArithmetic({ network }, { seed: 1, checkpoint: () => undefined });
    expect(100 * measures.denseShare).toBeCloseTo(share, 1);
  });

  it('holds one convolution against the full connection of an image', () => {
    const { trace } = runCnnArithmetic({ network: 'one-layer' }, { seed: 1, checkpoint: () => undefined });
    expect(trace.beside?.cost.parameters).toBe(150_529_000);
  });

  it('does not let a number of parameters depend on the size of the image', () => {
    const { stages } = networks['one-layer'];
    const onSmall = countStages({ name: '', input: { maps: 3, height: 32, width: 32 }, stages });
    expect(total(onSmall).parameters).toBe(1_792);
  });
});
