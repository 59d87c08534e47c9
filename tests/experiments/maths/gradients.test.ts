import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { activationNames } from '../../../src/experiments/maths/activation-names.ts';
import { activate } from '../../../src/experiments/maths/activations.ts';
import { gradientNorms } from '../../../src/experiments/maths/gradient-norms.ts';
import {
  binaryCrossEntropy,
  crossEntropy,
  meanSquaredError,
  oneHot,
} from '../../../src/experiments/maths/losses.ts';
import { batchNorm, layerNorm } from '../../../src/experiments/maths/normalise.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { finiteDifference, relativeDistance } from './finite-difference.ts';

beforeAll(async () => {
  await useBackend(['cpu']);
});

const rows = 5;
const columns = 4;
/** Values away from 0, where the piecewise activations have a kink. */
const start = createRandom(1, 'start')
  .normals(rows * columns)
  .map((value) => value + 0.3 * Math.sign(value));
/** A loss with a different weight on every output, so that no gradient cancels. */
const mix = createRandom(2, 'mix').normals(rows * columns);

/** Gradient by tape and by central differences of Σ mix · f(x). */
function bothGradients(f: (x: tf.Tensor2D) => tf.Tensor): { tape: Float32Array; numeric: Float32Array } {
  const loss = (x: tf.Tensor) =>
    tf.sum(tf.mul(f(tf.reshape(x, [rows, columns])), tf.tensor2d(mix, [rows, columns])));
  const tape = tf.tidy(() => tf.grad(loss)(tf.tensor1d(start)).dataSync<'float32'>());
  const numeric = finiteDifference((x) => tf.tidy(() => loss(tf.tensor1d(x)).dataSync()[0] ?? 0), start);
  return { tape: Float32Array.from(tape), numeric };
}

describe('gradients of layers', () => {
  it.each(activationNames)('agree with finite differences for %s', (name) => {
    // New chance on every call, so that RReLU draws the same slopes each time.
    const { tape, numeric } = bothGradients((x) => activate(name, x, createRandom(1, 'slopes')));
    expect(relativeDistance(tape, numeric)).toBeLessThan(5e-3);
  });

  it.each([
    ['batchNorm', batchNorm],
    ['layerNorm', layerNorm],
  ] as const)('agree with finite differences for %s, through mean and variance', (_, normalise) => {
    const { tape, numeric } = bothGradients(normalise);
    expect(relativeDistance(tape, numeric)).toBeLessThan(5e-3);
  });

  it.each([
    ['crossEntropy', (x: tf.Tensor2D) => crossEntropy(x, oneHot([0, 3, 1, 2, 3], columns))],
    ['binaryCrossEntropy', (x: tf.Tensor2D) => binaryCrossEntropy(x, oneHot([0, 3, 1, 2, 3], columns))],
    ['meanSquaredError', (x: tf.Tensor2D) => meanSquaredError(x, tf.ones([rows, columns]))],
  ] as const)('agree with finite differences for %s', (_, loss) => {
    const { tape, numeric } = bothGradients((x) => tf.fill([rows, columns], 1).mul(loss(x)));
    expect(relativeDistance(tape, numeric)).toBeLessThan(5e-3);
  });

  it('agree with finite differences for matMul on both sides, transposed or not', () => {
    const w = createRandom(3, 'w').normals(columns * columns);
    for (const transposeB of [false, true]) {
      const { tape, numeric } = bothGradients((x) => {
        const left = tf.matMul(x, tf.tensor2d(w, [columns, columns]), false, transposeB);
        return tf.matMul(left, tf.transpose(tf.matMul(tf.transpose(x), x)));
      });
      expect(relativeDistance(tape, numeric)).toBeLessThan(5e-3);
    }
  });
});

describe('batchNorm', () => {
  it('gives every column mean 0 and variance 1', () => {
    const y = tf.tidy(() => batchNorm(tf.tensor2d(start, [rows, columns])).arraySync());
    for (let column = 0; column < columns; column++) {
      const values = y.map((row) => row[column] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / rows;
      expect(mean).toBeCloseTo(0, 5);
      expect(values.reduce((sum, value) => sum + value ** 2, 0) / rows).toBeCloseTo(1, 3);
    }
  });
});

describe('gradientNorms', () => {
  it('gives the norms of the gradients of the first state and of those watched, in order', () => {
    const before = tf.memory().numTensors;
    const norms = tf.tidy(() =>
      gradientNorms(tf.ones([2, 2]), (x, watch) => tf.sum(watch(tf.mul(watch(tf.mul(x, 2)), 3)))),
    );
    // d/dx = 6, d/d(2x) = 3 and d/d(3·2x) = 1, four entries each.
    expect(norms).toEqual([12, 6, 2]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('adds up what arrives over several paths', () => {
    const norms = tf.tidy(() =>
      gradientNorms(tf.ones([1]), (x, watch) => {
        const h = watch(tf.mul(x, 2));
        return tf.sum(tf.add(tf.mul(h, 3), tf.mul(h, 4)));
      }),
    );
    expect(norms).toEqual([14, 7]);
  });

  it('is 0 where no gradient arrives', () => {
    const norms = tf.tidy(() =>
      gradientNorms(tf.ones([1]), (x, watch) => {
        watch(tf.mul(x, 5));
        return tf.sum(x);
      }),
    );
    expect(norms).toEqual([1, 0]);
  });

  it('keeps gradients whose squares do not fit float32', () => {
    const [norm = 0] = tf.tidy(() => gradientNorms(tf.ones([1]), (x) => tf.sum(tf.mul(x, 1e-30))));
    expect(norm).toBeCloseTo(1e-30, 35);
  });
});
