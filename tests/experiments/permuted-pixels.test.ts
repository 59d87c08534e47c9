import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { type InitialWeights, learn } from '../../src/experiments/maths/learn.ts';
import { crossEntropy, oneHot } from '../../src/experiments/maths/losses.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { drawImages, imageSide, turns } from '../../src/experiments/maths/turned-letters.ts';
import { sgd } from '../../src/experiments/maths/update-rules.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import { permuteInputs, permutePixels } from '../../src/experiments/permuted-pixels/exactness.ts';
import { permutedPixels } from '../../src/experiments/permuted-pixels/manifest.ts';
import { cnn, mlp, type Network, strongest } from '../../src/experiments/permuted-pixels/networks.ts';
import { finiteDifference, relativeDistance, slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const count = 6;
const images = drawImages(createRandom(1, 'images'), count, 'anywhere');
const size = (weights: readonly InitialWeights[]) =>
  weights.reduce((sum, { values }) => sum + values.length, 0);
const draw = (network: Network) => network.draw(createRandom(1, 'weights'));

/** What a network makes of some pixels. */
function logitsOf(network: Network, weights: readonly InitialWeights[], pixels: Float32Array): Float32Array {
  return tf.tidy(() => {
    const tensors = weights.map(({ values, shape }) => tf.tensor(values, [...shape]));
    return network.apply(tensors, tf.tensor2d(pixels, [count, imageSide ** 2])).dataSync<'float32'>();
  });
}

describe.each([
  ['CNN', cnn, 1316],
  ['MLP', mlp, 6724],
] as const)('%s', (_, network, parameters) => {
  it('has as many parameters as the one measured', () => {
    expect(size(draw(network))).toBe(parameters);
  });

  it('learns along the gradient of finite differences, in every weight', () => {
    const initial = draw(network);
    const flat = Float32Array.from(initial.flatMap(({ values }) => [...values]));
    const cut = (all: Float32Array): InitialWeights[] => {
      let next = 0;
      return initial.map(({ values, shape }) => {
        next += values.length;
        return { values: all.slice(next - values.length, next), shape };
      });
    };
    const loss = (weights: readonly tf.Tensor[]) =>
      crossEntropy(
        network.apply(weights, tf.tensor2d(images.pixels, [count, imageSide ** 2])),
        oneHot(images.labels, turns),
      );
    const lossAt = (x: Float32Array) =>
      learn(cut(x), sgd(0), ({ weights }) => tf.tidy(() => loss(weights()).dataSync()[0] ?? Number.NaN));
    const moved = learn(initial, sgd(1), ({ descend, weights }) => {
      descend(loss);
      return weights().flatMap((weight) => [...weight.dataSync()]);
    });
    const gradient = flat.map((value, at) => value - (moved[at] ?? Number.NaN));
    const { byGradient, byDifference } = slopes(lossAt, flat, gradient, 3e-3);
    expect(byGradient / byDifference).toBeCloseTo(1, 2);
  });
});

describe('strongest', () => {
  const shape: [number, number, number] = [2, 7, 3];
  const at = createRandom(1, 'maps').normals(2 * 7 * 3);
  const mixed = (y: tf.Tensor) => tf.sum<tf.Scalar>(tf.mul(y, tf.tensor2d([1, -2, 3, -4, 5, -6], [2, 3])));
  const loss = (flat: tf.Tensor) => mixed(strongest(tf.reshape(flat, shape)));

  it('is the maximum of every map', () => {
    tf.tidy(() => {
      const maps = tf.tensor3d(at, shape);
      expect(strongest(maps).arraySync()).toEqual(tf.max(maps, 1).arraySync());
    });
  });

  it('has the gradient of finite differences, and so that of the library', () => {
    const [own, library] = tf.tidy(() => [
      tf
        .grad((x: tf.Tensor) => loss(x))(tf.tensor1d(at))
        .dataSync(),
      tf
        .grad((x: tf.Tensor) => mixed(tf.max(tf.reshape(x, shape), 1)))(tf.tensor1d(at))
        .dataSync(),
    ]);
    const lossAt = (x: Float32Array) => tf.tidy(() => loss(tf.tensor1d(x)).dataSync()[0] ?? Number.NaN);
    expect(relativeDistance(own!, finiteDifference(lossAt, at, 1e-3))).toBeLessThan(1e-3);
    expect(own).toEqual(library);
  });
});

describe('permuting', () => {
  const order = createRandom(1, 'order').permutation(imageSide ** 2);

  it('moves the pixels of every image alike and loses none', () => {
    const permuted = permutePixels(images.pixels, order);
    for (let image = 0; image < count; image++) {
      const own = (pixels: Float32Array) => pixels.slice(image * order.length, (image + 1) * order.length);
      expect([...own(permuted)]).toEqual([...order].map((from) => own(images.pixels)[from]));
    }
  });

  it('changes nothing for an MLP whose first rows are permuted alike, and much for one whose are not', () => {
    const permuted = permutePixels(images.pixels, order);
    const asIs = logitsOf(mlp, draw(mlp), images.pixels);
    expect(relativeDistance(logitsOf(mlp, permuteInputs(draw(mlp), order), permuted), asIs)).toBeLessThan(
      1e-6,
    );
    expect(relativeDistance(logitsOf(mlp, draw(mlp), permuted), asIs)).toBeGreaterThan(0.1);
  });

  it('takes what a CNN sees away from it', () => {
    const permuted = permutePixels(images.pixels, order);
    const asIs = logitsOf(cnn, draw(cnn), images.pixels);
    expect(relativeDistance(logitsOf(cnn, draw(cnn), permuted), asIs)).toBeGreaterThan(0.1);
  });
});

describe('permuted-pixels', () => {
  it('measures what was measured with all 120 steps', async () => {
    const bench = { seed: 1, checkpoint: () => undefined };
    const { measures } = await compute(permutedPixels, { place: 'anywhere', steps: 120 }, bench);
    for (const { measure, low, high } of permutedPixels.expect({ place: 'anywhere', steps: 120 })) {
      expect(measures[measure], measure).toBeGreaterThanOrEqual(low);
      expect(measures[measure], measure).toBeLessThanOrEqual(high);
    }
    expect(measures.mlpTraining).toBeGreaterThan(0.95);
  }, 60_000);

  it('expects accuracies only where the letter stands anywhere and training was long enough', () => {
    const names = (place: string, steps: number) =>
      permutedPixels.expect({ place, steps }).map(({ measure }) => measure);
    expect(names('anywhere', 60)).toContain('cnn');
    expect(names('anywhere', 59)).toEqual(['lossDifference', 'shiftDifference']);
    expect(names('centre', 60)).toEqual(['lossDifference', 'shiftDifference']);
  });

  it('says that the MLP learns where the letter stays in the centre, and that the CNN still loses', async () => {
    const bench = { seed: 1, checkpoint: () => undefined };
    const { measures } = await compute(permutedPixels, { place: 'centre', steps: 60 }, bench);
    expect(measures.mlp).toBeGreaterThan(0.9);
    expect(measures.mlpPermuted).toBeGreaterThan(0.9);
    expect(permutedPixels.right({ place: 'centre', steps: 60 }, measures)).toBe('cnn-falls');
  }, 60_000);
});
