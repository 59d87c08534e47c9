import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { type Backend, useBackend } from '../../../src/experiments/backend.ts';
import { activationNames } from '../../../src/experiments/maths/activation-names.ts';
import { activation } from '../../../src/experiments/maths/activation-pass.ts';
import { convolutionBy } from '../../../src/experiments/maths/convolution.ts';
import { crossEntropy, crossEntropyGradient, oneHot } from '../../../src/experiments/maths/losses.ts';
import { batchNormPass, layerNormPass } from '../../../src/experiments/maths/normalise.ts';
import {
  inTurn,
  type Layer,
  normsBack,
  passThrough,
  scaledBy,
  times,
  unchanged,
  withShortcut,
} from '../../../src/experiments/maths/pass.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { finiteDifference, relativeDistance } from './finite-difference.ts';

const [rows, columns] = [5, 4];
/** Values away from 0, where the piecewise activations have a kink. */
const start = createRandom(1, 'start')
  .normals(rows * columns)
  .map((value) => value + 0.3 * Math.sign(value));
/** A loss with a different weight on every output, so that no gradient cancels. */
const mix = createRandom(2, 'mix').normals(rows * columns);
const weights = () => tf.tensor2d(createRandom(3, 'w').normals(columns * columns), [columns, columns]);

/** Gradient by the way back and by central differences of Σ mix · layer(x). */
function bothGradients<T extends tf.Tensor>(create: () => Layer<T>, shape: T['shape'] = [rows, columns]) {
  const passFrom = (x: Float32Array) => create()(tf.tensor(x, shape) as T);
  const by = tf.tidy(() =>
    passFrom(start)
      .back(tf.tensor(mix, shape) as T)
      .dataSync<'float32'>()
      .slice(),
  );
  const loss = (x: Float32Array) =>
    tf.tidy(() => tf.sum(tf.mul(passFrom(x).value, tf.tensor(mix, shape))).dataSync()[0] ?? Number.NaN);
  return { by, numeric: finiteDifference(loss, start) };
}

const layers: readonly (readonly [name: string, create: () => Layer])[] = [
  ...activationNames.map((name) => [name, () => activation(name, createRandom(1, 'slopes'))] as const),
  ['times', () => times(weights())],
  ['scaledBy', () => scaledBy(-0.7)],
  ['batchNormPass', () => batchNormPass],
  ['layerNormPass', () => layerNormPass],
  ['withShortcut', () => withShortcut(times(weights()))],
  ['inTurn', () => inTurn(times(weights()), unchanged, activation('tanh', createRandom(1, '')), scaledBy(2))],
];

const backends: readonly Backend[] = ['wasm', 'cpu'];

describe.each(backends)('the way back on %s', (backend) => {
  it.each(layers)('agrees with finite differences: %s', async (_, create) => {
    await useBackend([backend]);
    const { by, numeric } = bothGradients(create);
    expect(relativeDistance(by, numeric)).toBeLessThan(5e-3);
  });

  it('agrees with finite differences: convolutionBy', async () => {
    await useBackend([backend]);
    const kernel = createRandom(4, 'kernel').normals(9);
    const { by, numeric } = bothGradients<tf.Tensor4D>(
      () => convolutionBy(tf.tensor4d(kernel, [3, 3, 1, 1])),
      [1, rows, columns, 1],
    );
    expect(relativeDistance(by, numeric)).toBeLessThan(5e-3);
  });

  it('begins with the gradient of the cross-entropy', async () => {
    await useBackend([backend]);
    const targets = oneHot([0, 3, 1, 2, 3], columns);
    const logits = (x: Float32Array) => tf.tensor2d(x, [rows, columns]);
    const numeric = finiteDifference((x) => crossEntropy(logits(x), targets).dataSync()[0] ?? 0, start);
    const gradient = crossEntropyGradient(logits(start), targets).dataSync();
    expect(relativeDistance(gradient, numeric)).toBeLessThan(5e-3);
  });
});

describe('normsBack', () => {
  it('gives the norms at every value from the first layer to the last, in double precision', async () => {
    await useBackend(['wasm']);
    const norms = tf.tidy(() => {
      const passes = passThrough<tf.Tensor>(tf.ones([2, 2]), [unchanged, scaledBy(2), scaledBy(3)]);
      return normsBack(passes, tf.fill([2, 2], 1e-30));
    });
    for (const [place, expected] of [12e-30, 6e-30, 2e-30].entries())
      expect((norms[place] ?? 0) / expected).toBeCloseTo(1, 5);
  });

  it('passes on the NaN of a sum that overflowed, which wasm’s ReLU makes a 0 of', async () => {
    await useBackend(['wasm']);
    const back = tf.tidy(() => {
      const { back: through } = activation('relu', createRandom(1, ''))(tf.tensor1d([Number.NaN, 1]));
      return [...through(tf.ones([2])).dataSync()];
    });
    expect(back).toEqual([Number.NaN, 1]);
  });
});
