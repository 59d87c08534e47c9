import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { activationNames } from '../../../src/experiments/maths/activation-names.ts';
import { activate } from '../../../src/experiments/maths/activations.ts';
import { batchNorm, layerNorm } from '../../../src/experiments/maths/normalise.ts';
import { createGradientProbe } from '../../../src/experiments/maths/probe.ts';
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

describe('createGradientProbe', () => {
  it('reads the norms of the gradients it watched, in order, and leaves nothing behind', () => {
    const before = tf.memory().numTensors;
    const probe = createGradientProbe();
    tf.tidy(() => {
      const loss = (x: tf.Tensor) => tf.sum(probe.watch(tf.mul(probe.watch(tf.mul(x, 2)), 3)));
      tf.grad(loss)(tf.ones([2, 2])).dataSync();
    });
    // d(loss)/d(3·2x) = 1 and d(loss)/d(2x) = 3, four entries each.
    expect(probe.readNorms()).toEqual([6, 2]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('keeps gradients whose squares do not fit float32', () => {
    const probe = createGradientProbe();
    tf.tidy(() => {
      tf.grad((x) => tf.sum(tf.mul(probe.watch(x), 1e-30)))(tf.ones([1])).dataSync();
    });
    expect(probe.readNorms()[0]).toBeCloseTo(1e-30, 35);
  });
});
