import * as tf from '@tensorflow/tfjs';
import { type InitialWeights, learn, type WeightsOf } from '../maths/learn.ts';
import { binaryCrossEntropy } from '../maths/losses.ts';
import type { Random } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
import { features, firstOf, type Samples, type Task, tested } from './samples.ts';
import type { Values } from './settings.ts';

const rate = 0.02;
/** Samples of a step. Every training set divides it or is a multiple of it. */
const batch = 100;

/**
 * Trains a network with one hidden layer for every task, on its first `sizes[0]` samples, on its first `sizes[1]` and
 * so on, all at once as matrices of one more dimension. Returns right answers on the test samples, size by size, in each
 * task by task.
 */
export function trainNetworks(
  tasks: readonly Task[],
  sizes: readonly number[],
  { hidden, steps }: Pick<Values, 'hidden' | 'steps'>,
  random: Random,
  checkpoint: () => void,
): number[][] {
  const sets = sizes.flatMap((size) => tasks.map(({ training }) => firstOf(training, size)));
  const tests = sizes.flatMap(() => tasks.map(({ test }) => test));
  return inScope(() => {
    const batches = Array.from({ length: Math.max(...sizes) / batch }, (_, index) => asBatch(sets, index));
    return learn(drawNetworks(random, sets.length, hidden), adam(rate), ({ weights, descend }) => {
      for (let step = 0; step < steps; step++) {
        const next = batches[step % batches.length];
        if (next !== undefined) descend((networks) => networksLoss(networks, next));
        checkpoint();
      }
      const logits = inScope(() => applyNetworks(weights(), stack(tests, 0, tested)).dataSync());
      const accuracies = tests.map((test, network) =>
        accuracy(logits.subarray(network * tested, (network + 1) * tested), test),
      );
      return sizes.map((_, index) => accuracies.slice(index * tasks.length, (index + 1) * tasks.length));
    });
  });
}

/** Weights of `count` networks side by side. */
export function drawNetworks(random: Random, count: number, hidden: number) {
  const drawn = (fanIn: number, fanOut: number): InitialWeights => ({
    values: random.normals(count * fanIn * fanOut, Math.sqrt(2 / fanIn)),
    shape: [count, fanIn, fanOut],
  });
  const zeros = (size: number): InitialWeights => ({
    values: new Float32Array(count * size),
    shape: [count, 1, size],
  });
  return [drawn(features, hidden), zeros(hidden), drawn(hidden, 1), zeros(1)] as const;
}

/** Their tensors. */
export type Networks = WeightsOf<ReturnType<typeof drawNetworks>>;

/** A mini-batch for every network. */
export interface Batch {
  readonly inputs: tf.Tensor3D;
  readonly labels: tf.Tensor3D;
}

/**
 * The index-th mini-batch of every set. A small set fills it several times over and a middling one comes round again:
 * the mean over the batch, and so its gradient, stays that of the set.
 */
export function asBatch(sets: readonly Samples[], index: number): Batch {
  const labels = Float32Array.from(
    sets.flatMap((set) =>
      Array.from({ length: batch }, (_, row) => set.labels[(index * batch + row) % set.count] ?? 0),
    ),
  );
  return { inputs: stack(sets, index * batch, batch), labels: tf.tensor3d(labels, [sets.length, batch, 1]) };
}

/** `count` samples of every set from the given one on, and from the start again after the last. */
function stack(sets: readonly Samples[], from: number, count: number): tf.Tensor3D {
  const values = new Float32Array(sets.length * count * features);
  sets.forEach((set, network) => {
    for (let row = 0; row < count; row++) {
      const at = ((from + row) % set.count) * features;
      values.set(set.values.subarray(at, at + features), (network * count + row) * features);
    }
  });
  return tf.tensor3d(values, [sets.length, count, features]);
}

function applyNetworks([first, firstBias, second, secondBias]: Networks, inputs: tf.Tensor): tf.Tensor {
  const hidden = tf.relu(tf.add(tf.matMul(inputs, first), firstBias));
  return tf.add(tf.matMul(hidden, second), secondBias);
}

/** Sum over the networks of the mean cross-entropy of each, so that none feels the others. */
export function networksLoss(networks: Networks, { inputs, labels }: Batch): tf.Scalar {
  return tf.mul(binaryCrossEntropy(applyNetworks(networks, inputs), labels), inputs.shape[0]);
}

function accuracy(logits: ArrayLike<number>, { labels, count }: Samples): number {
  return labels.filter((label, row) => (logits[row] ?? 0) > 0 === label > 0.5).length / count;
}
