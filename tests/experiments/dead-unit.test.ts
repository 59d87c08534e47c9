import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { deadUnit } from '../../src/experiments/dead-unit/manifest.ts';
import {
  drawNetworks,
  drawTask,
  type Networks,
  relativeErrors,
} from '../../src/experiments/dead-unit/network.ts';
import { runDeadUnit } from '../../src/experiments/dead-unit/run.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { slopes } from './maths/finite-difference.ts';

beforeAll(async () => {
  await useBackend(['wasm']);
});

const bench = { seed: 1, checkpoint: () => undefined };
const values = { activation: 'relu', bias: -12, steps: 20 } as const;

describe('relativeErrors', () => {
  it('has the gradient of finite differences in every weight', () => {
    tf.tidy(() => {
      const names = ['elu', 'leaky-relu'] as const;
      const task = drawTask(1);
      const initial = drawNetworks(names.length, -1, 1);
      const loss = (flat: tf.Tensor) => {
        const pieces = tf
          .split(
            flat,
            initial.map((each) => each.values.length),
          )
          .map((piece, index) => tf.reshape(piece, [...(initial[index]?.shape ?? [])]));
        return tf.sum(relativeErrors(names, task, pieces as unknown as Networks, createRandom(1, 'slopes')));
      };
      const at = Float32Array.from(initial.flatMap((each) => [...each.values]));
      const gradient = tf
        .grad((flat: tf.Tensor) => loss(flat))(tf.tensor1d(at))
        .dataSync();
      const lossAt = (x: Float32Array) => loss(tf.tensor1d(x)).dataSync()[0] ?? Number.NaN;
      const { byGradient, byDifference } = slopes(lossAt, at, gradient);
      expect(byGradient / byDifference).toBeCloseTo(1, 2);
    });
  });

  it('is 1 for a network that says the mean of the target', () => {
    tf.tidy(() => {
      const task = drawTask(1);
      const mean = tf.mean(task.targets);
      const networks: Networks = [
        tf.zeros([4, 32]),
        tf.zeros([32]),
        tf.zeros([1, 32]),
        tf.reshape(mean, [1]),
      ];
      const [error] = relativeErrors(['relu'], task, networks, createRandom(1, 'slopes')).dataSync();
      expect(error).toBeCloseTo(1, 5);
    });
  });
});

describe('dead-unit', () => {
  it('starts the networks it compares from the same weights', () => {
    const { trace } = runDeadUnit({ ...values, activation: 'prelu', bias: 0 }, bench);
    expect(trace.curves.map(({ name }) => name)).toEqual(['prelu', 'relu', 'elu']);
    const [prelu, relu, elu] = trace.curves.map(({ errors }) => errors[0]);
    expect(new Set([prelu, relu, elu]).size).toBe(3);
    const again = runDeadUnit({ ...values, bias: 0 }, bench).trace.curves[0]?.errors[0];
    expect(again).toBeCloseTo(relu ?? Number.NaN, 5);
  });

  it('trains each network as if it were alone', () => {
    const inThirdPlace = runDeadUnit({ ...values, bias: -3 }, bench).trace.curves[2];
    const inFirstPlace = runDeadUnit({ ...values, activation: 'elu', bias: -3 }, bench).trace.curves[0];
    expect(inThirdPlace?.name).toBe('elu');
    for (const [step, error] of (inThirdPlace?.errors ?? []).entries()) {
      expect(error).toBeCloseTo(inFirstPlace?.errors[step] ?? Number.NaN, 4);
    }
  });

  it('says that nothing is learnt when the gradient is exactly 0', async () => {
    const { describe: picture } = await deadUnit.perform({ ...values }, bench);
    expect(picture('en').title).toBe('ReLU: the gradient is exactly 0, nothing is learnt in 20 steps');
    expect(picture('zh').title).toBe('ReLU：梯度恰好为 0，20 步什么也没学到');
  });

  it('learns with the same units when nothing pushed them away', () => {
    const { measures } = runDeadUnit({ ...values, bias: 0, steps: 100 }, bench);
    expect(measures.remainingError).toBeLessThan(0.2);
    expect(measures.silentShare).toBeLessThan(0.2);
  });

  it('expects nothing of a shock nobody measured', () => {
    expect(deadUnit.expect({ ...values, bias: -6, steps: 300 })).toEqual([]);
    expect(deadUnit.expect({ ...values, steps: 300 })).not.toEqual([]);
  });
});
