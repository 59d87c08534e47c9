import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { describeChart } from '../../src/experiments/depth-flow/chart.ts';
import { depthFlow } from '../../src/experiments/depth-flow/manifest.ts';
import {
  createLayers,
  lossGradient,
  lossOf,
  measureFlow,
  type Network,
} from '../../src/experiments/depth-flow/network.ts';
import { createStock } from '../../src/experiments/depth-flow/stock.ts';
import { inTurn, unchanged } from '../../src/experiments/maths/pass.ts';
import { inScope } from '../../src/experiments/maths/scope.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const network = (change: Partial<Network>): Network => ({
  activation: 'relu',
  init: 'he',
  norm: 'none',
  skip: 'none',
  depth: 20,
  ...change,
});

const flowOf = (shape: Network, seed: number) => inScope(() => measureFlow(shape, createStock(seed)));

/** Every setting that was measured independently of this project, with the bounds asserted there. */
const known: readonly (readonly [name: string, change: Partial<Network>, low: number, high: number])[] = [
  ['sigmoid, Xavier', { activation: 'sigmoid', init: 'xavier' }, 0, 1e-11],
  ['tanh, Xavier', { activation: 'tanh', init: 'xavier' }, 0.05, 1],
  ['tanh, 3/√n', { activation: 'tanh', init: 'gain-3' }, 50, Number.POSITIVE_INFINITY],
  ['ReLU, He', {}, 0.1, 10],
  ['ReLU, He, 50 layers', { depth: 50 }, 0.1, 10],
  ['ReLU, Xavier', { init: 'xavier' }, 3e-4, 6e-3],
  ['LeakyReLU, He', { activation: 'leaky-relu' }, 0.1, 10],
  ['PReLU, He', { activation: 'prelu' }, 0.5, 8],
  ['RReLU, He', { activation: 'rrelu' }, 0.5, 8],
  ['ELU, LeCun', { activation: 'elu', init: 'lecun' }, 0.03, 1],
  ['SELU, LeCun', { activation: 'selu', init: 'lecun' }, 0.5, 6],
  ['linear, orthogonal', { activation: 'linear', init: 'orthogonal' }, 0.999, 1.001],
  ['sigmoid + BN', { activation: 'sigmoid', init: 'xavier', norm: 'batch' }, 0.5, 6],
  ['ReLU + BN', { norm: 'batch' }, 20, 80],
  ['ReLU + BN, 50 layers', { norm: 'batch', depth: 50 }, 3e3, Number.POSITIVE_INFINITY],
  ['ReLU + LayerNorm', { norm: 'layer' }, 0.2, 6],
  ['sigmoid highway', { activation: 'sigmoid', init: 'xavier', skip: 'highway' }, 0.02, 0.5],
  ['ReLU highway', { skip: 'highway' }, 0.02, 0.5],
  ['ResNet v1 + BN', { norm: 'batch', skip: 'resnet-v1' }, 2, 15],
  ['ResNet v2 + BN', { norm: 'batch', skip: 'resnet-v2' }, 2, 10],
  ['ResNet v2 without norm', { skip: 'resnet-v2' }, 10, Number.POSITIVE_INFINITY],
];

const ratioOf = ({ gradientNorms }: { readonly gradientNorms: readonly number[] }) =>
  (gradientNorms[0] ?? Number.NaN) / (gradientNorms.at(-1) ?? Number.NaN);

describe('measureFlow', () => {
  it.each(known)('reproduces the gradient ratio of %s for seeds 1 to 5', (_, change, low, high) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const ratio = ratioOf(flowOf(network(change), seed));
      expect(ratio).toBeGreaterThan(low);
      expect(ratio).toBeLessThan(high);
    }
  });

  it('finds E[h²] near one more than the number of blocks of ResNet v2', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { lastMeanSquare } = flowOf(network({ norm: 'batch', skip: 'resnet-v2' }), seed);
      expect(lastMeanSquare).toBeGreaterThan(9.5);
      expect(lastMeanSquare).toBeLessThan(12.5);
    }
  });

  it('finds the growth that BN brings to a plain ReLU net, 1.211 per layer on average', () => {
    const seeds = Array.from({ length: 10 }, (_, index) => index + 1);
    const rates = seeds.map((seed) => ratioOf(flowOf(network({ norm: 'batch' }), seed)) ** (1 / 19));
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    expect(mean).toBeCloseTo(Math.sqrt(Math.PI / (Math.PI - 1)), 1.7);
  });

  it.each([
    ['plain', {}],
    ['BN', { norm: 'batch' }],
    ['highway', { skip: 'highway' }],
    ['ResNet v1', { norm: 'batch', skip: 'resnet-v1' }],
    ['ResNet v2', { norm: 'layer', skip: 'resnet-v2' }],
  ] as const)('agrees with finite differences in the first hidden state: %s', (_, change) => {
    tf.tidy(() => {
      const stock = createStock(1);
      const [first = unchanged, ...rest] = createLayers(
        network({ activation: 'tanh', depth: 6, ...change }),
        stock,
      );
      const h1 = first(stock.inputs).value;
      const above = inTurn(...rest);
      const lossAt = (values: Float32Array) =>
        lossOf(above(tf.tensor(values, h1.shape)).value, stock).dataSync()[0] ?? Number.NaN;
      const { value, back } = above(h1);
      const gradient = back(lossGradient(value, stock)).dataSync();
      const { byGradient, byDifference } = slopes(lossAt, h1.dataSync<'float32'>(), gradient, 0.3);
      expect(byGradient / byDifference).toBeCloseTo(1, 2);
    });
  });

  it('gives one gradient per layer, or per residual block', () => {
    expect(flowOf(network({ depth: 7 }), 1).gradientNorms).toHaveLength(7);
    expect(flowOf(network({ depth: 7, norm: 'batch', skip: 'resnet-v1' }), 1).gradientNorms).toHaveLength(3);
  });

  it('leaves no tensor behind, whatever the network', () => {
    const before = tf.memory().numTensors;
    for (const [, change] of known) flowOf(network(change), 1);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('depth-flow', () => {
  const bench = { seed: 1, checkpoint: () => undefined };

  it('knows what to expect of every setting that was measured', () => {
    for (const [name, change] of known) {
      expect(depthFlow.expect({ ...network(change) }), name).not.toEqual([]);
    }
  });

  it('expects nothing where nothing is known', () => {
    expect(depthFlow.expect({ ...network({ activation: 'elu', norm: 'layer' }) })).toEqual([]);
    expect(depthFlow.expect({ ...network({ activation: 'elu', init: 'lecun', depth: 30 }) })).toEqual([]);
  });

  it('names an underflow to zero in the title and draws it on the floor', () => {
    const subject = {
      network: network({ activation: 'sigmoid', depth: 3 }),
      gradients: [
        { layer: 3, relative: 1 },
        { layer: 2, relative: 1e-30 },
        { layer: 1, relative: 0 },
      ],
    };
    const description = describeChart(
      { subject, reference: { ...subject, network: network({ depth: 3 }) } },
      'en',
    );
    expect(description.title).toContain('exactly 0');
    expect(JSON.stringify(description.spec)).toContain('0 (underflow)');
  });

  it('compares a remedy with the same network without it', async () => {
    const { describe: picture } = await compute(depthFlow, { ...network({ norm: 'batch' }) }, bench);
    expect(picture('en').alt).toContain('ReLU + He + BN ends at');
    expect(picture('en').alt).toContain('ReLU + He, for comparison');
  });

  it('tells in the title what became of the gradient, in both languages', async () => {
    const sigmoid = await compute(
      depthFlow,
      { ...network({ activation: 'sigmoid', init: 'xavier' }) },
      bench,
    );
    expect(sigmoid.describe('en').title).toBe(
      'Sigmoid + Xavier: the gradient shrinks 10¹²-fold in 20 layers',
    );
    expect(sigmoid.describe('zh').title).toBe('Sigmoid + Xavier：梯度回传 20 层，缩小到 1/10¹²');
  });
});
