import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { logitsOf, trainBoth } from '../../src/experiments/alexnet-bits/augmentation.ts';
import { alexnetBits } from '../../src/experiments/alexnet-bits/manifest.ts';
import { moveImages } from '../../src/experiments/alexnet-bits/move-images.ts';
import { measureChange, poolMaxima } from '../../src/experiments/alexnet-bits/pooling.ts';
import { runBits } from '../../src/experiments/alexnet-bits/run.ts';
import { useBackend } from '../../src/experiments/backend.ts';
import { drawDense } from '../../src/experiments/maths/dense.ts';
import { learn } from '../../src/experiments/maths/learn.ts';
import { crossEntropy, oneHot } from '../../src/experiments/maths/losses.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { drawImages, type Images, imageSide, turns } from '../../src/experiments/maths/turned-letters.ts';
import { sgd } from '../../src/experiments/maths/update-rules.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const size = imageSide ** 2;
const noise = (count: number): Images => ({
  pixels: createRandom(1, 'noise').normals(count * size),
  labels: new Int32Array(count),
});

describe('moveImages', () => {
  it('moves every image by its own step, and back to what it was', () => {
    const { pixels } = noise(3);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 3, maxLength: 3 }),
        (moves) => {
          const there = moves.values();
          const moved = moveImages(pixels, () => there.next().value ?? [0, 0]);
          const back = moves.map(([down, right]) => [(10 - down) % 10, (10 - right) % 10] as const).values();
          expect(moveImages(moved, () => back.next().value ?? [0, 0])).toEqual(pixels);
        },
      ),
    );
  });

  it('moves down by rows and right by columns, around the border', () => {
    const dot = new Float32Array(size);
    dot[8 * imageSide + 9] = 1;
    expect(moveImages(dot, () => [3, 2]).indexOf(1)).toBe(1 * imageSide + 1);
  });
});

describe('poolMaxima', () => {
  it.each([2, 3])('takes the largest of every window of %i, two pixels apart', (window) => {
    const { pixels } = noise(1);
    const places = Math.floor((imageSide - window) / 2) + 1;
    const byHand = Array.from({ length: places ** 2 }, (_, at) => {
      const [top, left] = [2 * Math.floor(at / places), 2 * (at % places)];
      let largest = Number.NEGATIVE_INFINITY;
      for (let row = top; row < top + window; row++) {
        for (let column = left; column < left + window; column++) {
          largest = Math.max(largest, pixels[row * imageSide + column]!);
        }
      }
      return largest;
    });
    expect([...poolMaxima(pixels, 1, window)]).toEqual(byHand);
  });

  it('moves by one place when the image moves by the stride', () => {
    const { pixels } = noise(1);
    const [before, after] = [pixels, moveImages(pixels, () => [0, 2])].map((image) => [
      ...poolMaxima(image, 1, 2),
    ]);
    const places = imageSide / 2;
    for (let row = 0; row < places; row++) {
      const own = (pooled: number[] | undefined) => pooled?.slice(row * places, (row + 1) * places) ?? [];
      expect(own(after)).toEqual([own(before).at(-1), ...own(before).slice(0, -1)]);
    }
  });
});

describe('measureChange', () => {
  // The maximum over both windows must lie in what they share: (k − d)/(k + d) of pixels drawn independently.
  it.each([1, 2, 3])('finds 2d/(k + d) of the pools of noise changed, moved by d = %i', (shift) => {
    const { unpooled, separate, overlapping } = measureChange(noise(2000), shift);
    expect(unpooled).toBe(1);
    expect(separate).toBeCloseTo(Math.min(1, (2 * shift) / (2 + shift)), 2);
    expect(overlapping).toBeCloseTo(Math.min(1, (2 * shift) / (3 + shift)), 2);
  });
});

describe('the MLP', () => {
  const images = drawImages(createRandom(1, 'images'), 8, 'anywhere');

  it('learns along the gradient of finite differences, in every weight', () => {
    const initial = drawDense(createRandom(1, 'weights'), 'he', [size, 64, turns]);
    const loss = (weights: readonly tf.Tensor[]) =>
      crossEntropy(logitsOf(weights, images.pixels), oneHot(images.labels, turns));
    const flat = Float32Array.from(initial.flatMap(({ values }) => [...values]));
    const moved = learn(initial, sgd(1), ({ descend, weights }) => {
      descend(loss);
      return weights().flatMap((weight) => [...weight.dataSync()]);
    });
    const lossAt = (x: Float32Array) => {
      let next = 0;
      const weights = initial.map(({ values, shape }) => {
        next += values.length;
        return { values: x.slice(next - values.length, next), shape };
      });
      return learn(weights, sgd(0), (learner) => tf.tidy(() => loss(learner.weights()).dataSync()[0] ?? 0));
    };
    const gradient = flat.map((value, at) => value - (moved[at] ?? Number.NaN));
    const { byGradient, byDifference } = slopes(lossAt, flat, gradient);
    expect(byGradient / byDifference).toBeCloseTo(1, 2);
  });

  it('learns a few images by heart as they are, and not while they move', () => {
    const training = drawImages(createRandom(1, 'images'), 200, 'anywhere');
    const { asIs, shifted } = trainBoth(training, training, 60, { seed: 1, checkpoint: () => undefined });
    expect(asIs.training).toBeGreaterThan(0.95);
    expect(asIs.test).toBe(asIs.training);
    expect(shifted.training).toBeLessThan(0.6);
  });
});

describe('alexnet-bits', () => {
  it.each([1, 2, 3, 4, 5])('measures after 300 steps what it measures after fewer, seed %d', (seed) => {
    const values = { part: 'augmentation', shift: 1, steps: 300 } as const;
    const measures: Readonly<Record<string, number>> = runBits(values, {
      seed,
      checkpoint: () => undefined,
    }).measures;
    for (const { measure, low, high } of alexnetBits.expect(values)) {
      expect(measures[measure]).toBeGreaterThanOrEqual(low);
      expect(measures[measure]).toBeLessThanOrEqual(high);
    }
  });

  const names = (shift: number, steps: number) =>
    alexnetBits.expect({ part: 'pooling', shift, steps }).map(({ measure }) => measure);

  it('expects less change of overlapping pools for a shift by one pixel only', () => {
    expect(names(1, 10)).toEqual(['ratio']);
    expect(names(2, 10)).toEqual([]);
  });

  it('expects the gap to close only after training as long as the defaults', () => {
    expect(names(2, 300)).toEqual(['shiftedGap', 'testGain']);
  });

  it.each([
    [0.05, 0.3, 'pooling'],
    [0.67, 0.6, 'augmentation'],
    [0.05, 0.6, 'both'],
    [0.67, 0.35, 'neither'],
  ])(
    'holds against both parts what they leave undone: %f changed, %f right',
    (separate, shiftedTest, option) => {
      expect(alexnetBits.right({ part: 'pooling', shift: 1, steps: 300 }, { separate, shiftedTest })).toBe(
        option,
      );
    },
  );
});
