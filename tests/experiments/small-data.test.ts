import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/experiments/backend.ts';
import { binaryCrossEntropy } from '../../src/experiments/maths/losses.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { compute } from '../../src/experiments/perform-run.ts';
import {
  derivatives,
  fitLogistic,
  logisticAccuracy,
  logisticLoss,
} from '../../src/experiments/small-data/logistic.ts';
import { smallData } from '../../src/experiments/small-data/manifest.ts';
import {
  asBatch,
  drawNetworks,
  type Networks,
  networksLoss,
} from '../../src/experiments/small-data/networks.ts';
import { drawTask, features, firstOf, tested } from '../../src/experiments/small-data/samples.ts';
import { finiteDifference, relativeDistance, slopes } from './maths/finite-difference.ts';

const bench = (seed: number) => ({ seed, checkpoint: () => undefined });
const linear = drawTask('linear', createRandom(1, 'test'));
const product = drawTask('product', createRandom(1, 'test'));

beforeAll(() => useBackend(['wasm']));

describe('the tasks', () => {
  it('label a product by the signs of two features', () => {
    const { values, labels, count } = product.training;
    for (let row = 0; row < count; row++) {
      const isAlike = values[row * features]! > 0 === values[row * features + 1]! > 0;
      expect(labels[row]).toBe(isAlike ? 1 : 0);
    }
    expect(product.best).toBe(1);
  });

  it('draw noisy labels from a linear truth, which nobody can get all right', () => {
    expect(linear.best).toBeGreaterThan(0.85);
    expect(linear.best).toBeLessThan(0.92);
    // With all samples a linear model comes close to what knowing the truth would give, up to the luck of 1000 draws.
    const reached = logisticAccuracy(fitLogistic(linear.training), linear.test);
    expect(reached).toBeGreaterThan(linear.best - 0.05);
    expect(reached).toBeLessThan(linear.best + 3 * Math.sqrt(0.1 / tested));
  });

  it('give a small training set the first samples of the large one', () => {
    const few = firstOf(linear.training, 20);
    expect(few.labels).toEqual(linear.training.labels.slice(0, 20));
    expect(few.values).toEqual(linear.training.values.slice(0, 20 * features));
  });
});

describe('logistic regression', () => {
  const samples = firstOf(linear.training, 60);
  const somewhere = createRandom(2, 'test').normals(features + 1, 0.3);

  it('has the gradient and the curvature that finite differences find', () => {
    const { gradient, curvature } = derivatives(samples, somewhere);
    const numeric = finiteDifference((weights) => logisticLoss(samples, weights), somewhere);
    expect(relativeDistance(gradient, numeric)).toBeLessThan(1e-3);
    for (const row of [0, 7, features]) {
      const slopeOf = (weights: Float32Array) => derivatives(samples, weights).gradient[row]!;
      const exact = curvature.slice(row * (features + 1), (row + 1) * (features + 1));
      expect(relativeDistance(exact, finiteDifference(slopeOf, somewhere))).toBeLessThan(1e-3);
    }
  });

  it('ends where the gradient vanishes, also where a line separates the samples', () => {
    for (const count of [20, 60, 1000]) {
      const few = firstOf(linear.training, count);
      for (const value of derivatives(few, fitLogistic(few)).gradient) expect(value).toBeCloseTo(0, 6);
    }
    const few = firstOf(linear.training, 20);
    expect(logisticAccuracy(fitLogistic(few), few)).toBe(1);
  });
});

describe('the networks', () => {
  const sets = [20, 50, 200].map((count) => firstOf(product.training, count));
  const initial = drawNetworks(createRandom(3, 'test'), sets.length, 6);
  const tensors = () => initial.map(({ values, shape }) => tf.tensor(values, [...shape]));

  it('have the gradient that finite differences find', () => {
    tf.tidy(() => {
      const batch = asBatch(sets, 0);
      const [first, ...rest] = tensors();
      // The weights of the networks, in order.
      const loss = (matrix: tf.Tensor) => networksLoss([matrix, ...rest] as unknown as Networks, batch);
      const lossOf = (values: Float32Array) => loss(tf.tensor(values, first!.shape)).dataSync()[0]!;
      const gradient = tf.grad(loss)(first!).dataSync();
      const { byGradient, byDifference } = slopes(lossOf, initial[0].values, gradient);
      expect(byDifference / byGradient).toBeCloseTo(1, 2);
    });
  });

  it('each learn their own set as if alone: a set that fills the batch several times keeps its mean', () => {
    tf.tidy(() => {
      const together = networksLoss(tensors() as unknown as Networks, asBatch(sets, 0)).dataSync()[0]!;
      const alone = sets.map((set, network) => {
        const count = Math.min(set.count, 100);
        const [first, firstBias, second, secondBias] = tensors().map((all) =>
          tf.squeeze(tf.slice(all, network, 1), [0]),
        );
        const inputs = tf.tensor2d(set.values.slice(0, count * features), [count, features]);
        const hidden = tf.relu(tf.add(tf.matMul(inputs, first!), firstBias!));
        const logits = tf.add(tf.matMul(hidden, second!), secondBias!);
        return binaryCrossEntropy(logits, tf.tensor2d(set.labels.slice(0, count), [count, 1])).dataSync()[0]!;
      });
      expect(together).toBeCloseTo(
        alone.reduce((sum, loss) => sum + loss, 0),
        4,
      );
    });
  });

  it('go through all samples of a large set, batch by batch', () => {
    tf.tidy(() => {
      const second = asBatch([firstOf(product.training, 200)], 1);
      expect([...second.labels.dataSync()]).toEqual([...product.training.labels.slice(100, 200)]);
    });
  });
});

describe('small-data', () => {
  it('finds the accuracies that were measured independently', async () => {
    const { measures: onProduct } = await compute(
      smallData,
      { truth: 'product', hidden: 32, steps: 80 },
      bench(1),
    );
    expect(Math.abs(onProduct.logistic1000! - 0.52)).toBeLessThan(0.04);
    expect(Math.abs(onProduct.mlp20! - 0.519)).toBeLessThan(0.04);
    expect(Math.abs(onProduct.mlp1000! - 0.84)).toBeLessThan(0.08);
    const { measures: onLine } = await compute(
      smallData,
      { truth: 'linear', hidden: 32, steps: 80 },
      bench(1),
    );
    expect(Math.abs(onLine.logistic20! - 0.712)).toBeLessThan(0.04);
    expect(Math.abs(onLine.logistic1000! - 0.863)).toBeLessThan(0.04);
    expect(Math.abs(onLine.mlp20! - 0.69)).toBeLessThan(0.04);
    expect(Math.abs(onLine.mlp1000! - 0.82)).toBeLessThan(0.06);
  });

  it('tells its finding in the title, in both languages', async () => {
    const { describe: picture } = await compute(
      smallData,
      { truth: 'linear', hidden: 8, steps: 10 },
      bench(1),
    );
    expect(picture('en').title).toMatch(
      /^The MLP is \d+ points? (above|below) logistic regression with 20 samples, \d+ points? (above|below) with 1,000$/,
    );
    expect(picture('zh').title).toMatch(
      /^MLP 与逻辑回归相比：20 个样本时[高低] \d+ 个百分点，1000 个时[高低] \d+ 个百分点$/,
    );
  });
});
