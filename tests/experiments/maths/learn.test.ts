import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { type InitialWeights, learn } from '../../../src/experiments/maths/learn.ts';
import { adam, sgd, type UpdateRule } from '../../../src/experiments/maths/update-rules.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const matrix: InitialWeights = { values: Float32Array.of(1, -2, 3, -4), shape: [2, 2] };
const bias: InitialWeights = { values: Float32Array.of(0.5), shape: [1] };

/** Half the squared norm of both weights: its gradient is the weights themselves. */
const bowl = ([a, b]: readonly [tf.Tensor, tf.Tensor]): tf.Scalar =>
  tf.add(tf.mul(tf.sum(tf.square(a)), 0.5), tf.mul(tf.sum(tf.square(b)), 0.5));

function descended(rule: UpdateRule, steps: number): number[] {
  return learn([matrix, bias], rule, ({ descend, weights }) => {
    for (let step = 0; step < steps; step++) descend(bowl);
    return weights().flatMap((weight) => Array.from(weight.dataSync()));
  });
}

const expectClose = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 5);
};

describe('learn', () => {
  it('gives the weights back in their shapes', () => {
    learn([matrix, bias], sgd(0.1), ({ weights }) => {
      expect(weights().map(({ shape }) => shape)).toEqual([[2, 2], [1]]);
      expect(Array.from(weights()[0].dataSync())).toEqual([1, -2, 3, -4]);
    });
  });

  it('goes down the gradient', () => {
    expectClose(descended(sgd(0.1), 2), [0.81, -1.62, 2.43, -3.24, 0.405]);
  });

  it('reads what the losses were before every step, and what was noted', () => {
    const { losses, notes } = learn([bias], sgd(0.5), ({ descend, readLosses, readNotes }) => {
      for (let step = 0; step < 3; step++) {
        descend(([b], note) => {
          note(tf.mul(tf.sum(b), 10));
          return tf.sum(tf.square(b));
        });
      }
      return { losses: readLosses(), notes: readNotes() };
    });
    expectClose(losses, [0.25, 0, 0]);
    expectClose(notes, [5, 0, 0]);
  });

  it('leaves a weight alone that the loss does not depend on', () => {
    const after = learn([matrix, bias], sgd(0.1), ({ descend, weights }) => {
      descend(([, b]) => tf.sum(tf.square(b)));
      return Array.from(weights()[0].dataSync());
    });
    expectClose(after, [1, -2, 3, -4]);
  });

  it('frees everything, however many steps it took and however it ends', () => {
    const before = tf.memory().numTensors;
    descended(adam(0.1), 7);
    expect(tf.memory().numTensors).toBe(before);
    expect(() =>
      learn([matrix, bias], adam(0.1), ({ descend }) => {
        descend(bowl);
        throw new Error('stopped');
      }),
    ).toThrow('stopped');
    expect(tf.memory().numTensors).toBe(before);
  });

  it('holds no more tensors after a hundred steps than after ten', () => {
    learn([matrix, bias], adam(0.1), ({ descend, readLosses }) => {
      const tensorsAfter = (steps: number) => {
        for (let step = 0; step < steps; step++) descend(bowl);
        readLosses();
        return tf.memory().numTensors;
      };
      expect(tensorsAfter(100)).toBe(tensorsAfter(10));
    });
  });
});

describe('adam', () => {
  it('takes a first step of the learning rate in every direction', () => {
    expectClose(descended(adam(0.1), 1), [0.9, -1.9, 2.9, -3.9, 0.4]);
  });

  it('follows the recurrence of Kingma & Ba, written out for one weight', () => {
    let [w, mean, square] = [0.5, 0, 0];
    for (let t = 1; t <= 20; t++) {
      mean = 0.9 * mean + 0.1 * w;
      square = 0.999 * square + 0.001 * w ** 2;
      w -= (0.05 * (mean / (1 - 0.9 ** t))) / (Math.sqrt(square / (1 - 0.999 ** t)) + 1e-8);
    }
    expect(descended(adam(0.05), 20).at(-1)).toBeCloseTo(w, 4);
  });
});
