import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';
import { gruStep, lstmStep, projectSteps, rnnStep } from '../../../src/experiments/maths/recurrent.ts';
import { finiteDifference, relativeDistance } from './finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const [batch, units] = [2, 3];
const draw = (purpose: string, rows: number, columns: number) =>
  tf.tensor2d(createRandom(1, purpose).normals(rows * columns), [rows, columns]);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Three steps from one state to a weighted sum, as a function of that state. */
const cells: Readonly<Record<string, (h: tf.Tensor2D) => tf.Tensor>> = {
  rnn: (h) => {
    const u = draw('u', units, units);
    const x = draw('x', batch, units);
    return [1, 2, 3].reduce((state) => rnnStep(x, state, u, tf.tanh), h);
  },
  lstm: (h) => {
    const u = draw('u', units, 4 * units);
    const x = draw('x', batch, 4 * units);
    const { h: last, c } = [1, 2, 3].reduce((state) => lstmStep(x, state, u), { h, c: h });
    return tf.add(last, tf.mul(c, 0.3));
  },
  gru: (h) => {
    const [gates, candidate] = [draw('gates', units, 2 * units), draw('candidate', units, units)];
    const x = draw('x', batch, 3 * units);
    return [1, 2, 3].reduce((state) => gruStep(x, state, gates, candidate).h, h);
  },
};

describe('recurrent steps', () => {
  it.each(Object.entries(cells))('have the gradient of finite differences: %s', (_, run) => {
    const loss = (flat: tf.Tensor) =>
      tf.sum(tf.mul(run(tf.reshape(flat, [batch, units])), draw('mix', batch, units)));
    const start = createRandom(3, 'start').normals(batch * units);
    const tape = tf.grad(loss)(tf.tensor1d(start)).dataSync();
    const numeric = finiteDifference((x) => tf.tidy(() => loss(tf.tensor1d(x)).dataSync()[0] ?? 0), start);
    expect(relativeDistance(tape, numeric)).toBeLessThan(5e-3);
  });

  it('compute the LSTM by its equations', () => {
    const [i, f, o, g] = [0.3, -0.2, 0.8, 0.5];
    const state = lstmStep(
      tf.tensor2d([[i, f, o, g]]),
      { h: tf.tensor2d([[0]]), c: tf.tensor2d([[0.7]]) },
      tf.zeros([1, 4]),
    );
    const c = sigmoid(f) * 0.7 + sigmoid(i) * Math.tanh(g);
    expect(state.c.dataSync()[0]).toBeCloseTo(c, 6);
    expect(state.h.dataSync()[0]).toBeCloseTo(sigmoid(o) * Math.tanh(c), 6);
    expect(state.forget.dataSync()[0]).toBeCloseTo(sigmoid(f), 6);
  });

  it('compute the GRU by its equations, the reset gate inside the product', () => {
    const [z, r, g, h, u] = [0.4, -0.3, 0.2, 0.9, 1.5];
    const { h: next } = gruStep(
      tf.tensor2d([[z, r, g]]),
      tf.tensor2d([[h]]),
      tf.zeros([1, 2]),
      tf.tensor2d([[u]]),
    );
    const candidate = Math.tanh(g + sigmoid(r) * h * u);
    expect(next.dataSync()[0]).toBeCloseTo(sigmoid(z) * h + (1 - sigmoid(z)) * candidate, 6);
  });

  it('project the inputs of every step at once', () => {
    const inputs = draw('inputs', 3 * batch, 4);
    const [weights, bias] = [draw('weights', 4, units), tf.tensor1d([1, 2, 3])];
    const steps = projectSteps(inputs, 3, weights, bias);
    expect(steps).toHaveLength(3);
    const second = tf.add(tf.matMul(tf.slice(inputs, [batch, 0], [batch, 4]), weights), bias);
    expect(relativeDistance(steps[1]!.dataSync(), second.dataSync())).toBeLessThan(1e-6);
  });
});
