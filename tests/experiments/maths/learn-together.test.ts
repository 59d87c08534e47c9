import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/experiments/backend.ts';
import { type InitialWeights, learn } from '../../../src/experiments/maths/learn.ts';
import { learnTogether } from '../../../src/experiments/maths/learn-together.ts';
import { adam } from '../../../src/experiments/maths/update-rules.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const weight = (...values: number[]): InitialWeights => ({
  values: Float32Array.from(values),
  shape: [values.length],
});
const one = [weight(1, -2), weight(3)] as const;
const other = [weight(-0.5)] as const;

const bowl = (weights: readonly tf.Tensor[]): tf.Scalar =>
  weights.map((each) => tf.sum<tf.Scalar>(tf.square(each))).reduce((sum, each) => tf.add(sum, each));
const valley = (weights: readonly tf.Tensor[]): tf.Scalar => tf.sum(tf.exp(weights[0] ?? tf.scalar(0)));

const values = (weights: readonly tf.Tensor[]) => weights.map((each) => [...each.dataSync()]);

describe('learnTogether', () => {
  it('teaches each network as it would learn alone', () => {
    const together = learnTogether({ one, other }, adam(0.1), ({ descend, weights, readLosses }) => {
      for (let step = 0; step < 5; step++) {
        descend((networks) => ({ one: bowl(networks.one), other: valley(networks.other) }));
      }
      const { one: first, other: second } = weights();
      return { one: values(first), other: values(second), losses: readLosses() };
    });
    for (const [name, initial, loss] of [
      ['one', one, bowl],
      ['other', other, valley],
    ] as const) {
      learn(initial, adam(0.1), ({ descend, weights, readLosses }) => {
        for (let step = 0; step < 5; step++) descend(loss);
        expect(together[name]).toEqual(values(weights()));
        expect(together.losses[name]).toEqual(readLosses());
      });
    }
  });

  it('gives every network its own weights, in their shapes', () => {
    learnTogether({ one, other }, adam(0.1), ({ weights }) => {
      expect(values(weights().one)).toEqual([[1, -2], [3]]);
      expect(values(weights().other)).toEqual([[-0.5]]);
    });
  });

  it('frees everything', () => {
    const before = tf.memory().numTensors;
    learnTogether({ one, other }, adam(0.1), ({ descend, readLosses }) => {
      descend((networks) => ({ one: bowl(networks.one), other: valley(networks.other) }));
      readLosses();
      descend((networks) => ({ one: bowl(networks.one), other: valley(networks.other) }));
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
