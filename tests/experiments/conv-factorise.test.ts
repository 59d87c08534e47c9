import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compose,
  convolve,
  convolveBack,
  energy,
  type Grid,
  randomGrid,
} from '../../src/experiments/conv-factorise/grid.ts';
import { keptByChannels, keptByPair, keptByStack } from '../../src/experiments/conv-factorise/kept-energy.ts';
import { inceptionMultiplyAdds, weightsOf } from '../../src/experiments/conv-factorise/layers.ts';
import { convFactorise } from '../../src/experiments/conv-factorise/manifest.ts';
import { identityError, receptiveField } from '../../src/experiments/conv-factorise/run.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { finiteDifference, relativeDistance } from './maths/finite-difference.ts';

const shape = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
const stack = fc.array(shape, { minLength: 1, maxLength: 4 });
const noCheckpoint = () => undefined;

describe('convolve', () => {
  it('gives the same in one step and in several, whatever the kernels', () => {
    fc.assert(
      fc.property(stack, fc.integer(), (shapes, seed) => {
        expect(identityError(shapes, createRandom(seed, 'test'))).toBeLessThan(1e-12);
      }),
    );
  });

  it('hands gradients back as finite differences have them', () => {
    const random = createRandom(1, 'test');
    const [image, kernel] = [randomGrid(random, 5, 6), randomGrid(random, 3, 2)];
    const weights = randomGrid(random, 3, 5);
    const loss = (values: Float32Array) =>
      convolve({ ...image, values: Float64Array.from(values) }, kernel).values.reduce(
        (sum, value, at) => sum + value * weights.values[at]!,
        0,
      );
    const numeric = finiteDifference(loss, Float32Array.from(image.values));
    expect(relativeDistance(convolveBack(weights, kernel).values, numeric)).toBeLessThan(1e-4);
  });
});

describe('receptiveField', () => {
  it('grows by side − 1 with every kernel', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 3, 5, 7), { maxLength: 5 }), (sides) => {
        const shapes = sides.map((side) => [side, side] as const);
        const expected = sides.reduce<number>((field, side) => field + side - 1, 1);
        expect(receptiveField(shapes, createRandom(1, 'test'))).toBe(expected);
      }),
    );
  });
});

describe('what is kept', () => {
  const random = createRandom(1, 'test');

  it('is everything of a kernel that was put together that way', () => {
    const pair = compose([randomGrid(random, 7, 1), randomGrid(random, 1, 7)]);
    expect(keptByPair(pair)).toBeCloseTo(1, 12);
    for (const count of [2, 3]) {
      const stacked = compose(Array.from({ length: count }, () => randomGrid(random, 3, 3)));
      expect(keptByStack(stacked, random)).toBeGreaterThan(0.999);
    }
  });

  it('is everything where one 3×3 kernel stands for itself, or no channel is left out', () => {
    expect(keptByStack(randomGrid(random, 3, 3), random)).toBeCloseTo(1, 12);
    const all = { inputs: 6, outputs: 9, channels: 6 };
    expect(keptByChannels(random, all, noCheckpoint)).toBeCloseTo(1, 12);
  });

  it('is more for a stack of 3×3 than for a 1-D pair, which is a stack of a special kind', () => {
    for (let i = 0; i < 10; i++) {
      const kernel = randomGrid(random, 5, 5);
      expect(keptByStack(kernel, random)).toBeGreaterThan(keptByPair(kernel));
    }
  });

  it('agrees with the distance to the best pair, found by power iteration', () => {
    const kernel = randomGrid(random, 5, 5);
    let row = Float64Array.from(random.normals(5));
    let column = row;
    for (let i = 0; i < 500; i++) {
      column = normalised(
        column.map((_, y) => row.reduce((sum, value, x) => sum + value * kernel.values[y * 5 + x]!, 0)),
      );
      row = normalised(
        row.map((_, x) => column.reduce((sum, value, y) => sum + value * kernel.values[y * 5 + x]!, 0)),
      );
    }
    const strength = kernel.values.reduce(
      (sum, value, at) => sum + value * column[Math.floor(at / 5)]! * row[at % 5]!,
      0,
    );
    const rest: Grid = {
      ...kernel,
      values: kernel.values.map((value, at) => value - strength * column[Math.floor(at / 5)]! * row[at % 5]!),
    };
    expect(keptByPair(kernel)).toBeCloseTo(1 - energy(rest) / energy(kernel), 6);
  });
});

function normalised(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
  return values.map((value) => value / length);
}

describe('conv-factorise', () => {
  it('counts the published weights and multiply-adds to the digit', () => {
    expect([5, 7].map((side) => weightsOf('whole', side))).toEqual([25, 49]);
    expect([5, 7].map((side) => weightsOf('stacked-3x3', side))).toEqual([18, 27]);
    expect([3, 5, 7].map((side) => weightsOf('one-dimensional', side))).toEqual([6, 10, 14]);
    expect(inceptionMultiplyAdds('whole')).toBe(120_422_400);
    expect(inceptionMultiplyAdds('bottleneck')).toBe(12_443_648);
  });

  it('tells what is saved and what survives, in both languages', async () => {
    const { describe: picture } = await compute(
      convFactorise,
      { method: 'one-dimensional', kernel: '7x7' },
      { seed: 1, checkpoint: noCheckpoint },
    );
    expect(picture('en').title).toMatch(
      /^7×1 then 1×7: 71% fewer weights, but only 4\d% of a random 7×7 kernel survives$/,
    );
    expect(picture('zh').title).toMatch(/^7×1 接 1×7：权重少 71%，但随机 7×7 核只保住 4\d%$/);
    expect(picture('zh').alt).toContain('一个 7×7：49 个权重，保住 100%');
  });
});
