import * as tf from '@tensorflow/tfjs';
import { applyDense, constantVector, drawDense } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import type { NetworksOf } from '../maths/learn-together.ts';
import { binaryCrossEntropy, oneHot } from '../maths/losses.ts';
import type { Random } from '../maths/random.ts';
import { ads, type Clicks, users } from './clicks.ts';
import type { ModelName } from './settings.ts';

const hiddenUnits = 32;

/** Weights of three models of a click. */
export function drawModels(random: Random, dimension: number) {
  const table = (rows: number, deviation: number): InitialWeights => ({
    values: random.normals(rows * dimension, deviation),
    shape: [rows, dimension],
  });
  const biases = () => [zeros(users), zeros(ads), constantVector(1)] as const;
  return {
    // A coefficient for every person and every ad.
    logistic: [...biases()],
    // The same, plus the product of their embeddings: a factorisation machine (Rendle 2010).
    factorised: [...biases(), table(users, 0.1), table(ads, 0.1)],
    // The embeddings side by side into a network.
    deep: [table(users, 0.3), table(ads, 0.3), ...drawDense(random, 'he', [2 * dimension, hiddenUnits, 1])],
  } as const;
}

/** Their tensors. */
export type Models = NetworksOf<ReturnType<typeof drawModels>>;

/** What each model thinks of a click, as a logit per row. */
export function predictClicks(
  { logistic, factorised, deep }: Models,
  clicks: Clicks,
): Readonly<Record<ModelName, tf.Tensor2D>> {
  const person = oneHot(clicks.users, users);
  const ad = oneHot(clicks.ads, ads);
  const [personTable, adTable, ...layers] = deep;
  const linear = ([byUser, byAd, bias]: Models['logistic']): tf.Tensor2D =>
    tf.add(tf.add(tf.matMul(person, byUser), tf.matMul(ad, byAd)), bias);
  const [byUser, byAd, bias, tastes, appeals] = factorised;
  const match: tf.Tensor2D = tf.sum(tf.mul(tf.matMul(person, tastes), tf.matMul(ad, appeals)), 1, true);
  return {
    logistic: linear(logistic),
    factorised: tf.add(linear([byUser, byAd, bias]), match),
    deep: applyDense(
      layers,
      tf.concat2d([tf.matMul(person, personTable), tf.matMul(ad, adTable)], 1),
      tf.relu,
    ),
  };
}

/** Mean cross-entropy of each model. */
export function clickLosses(models: Models, clicks: Clicks): Readonly<Record<ModelName, tf.Scalar>> {
  const labels = tf.tensor2d(clicks.isClicked, [clicks.count, 1]);
  const { logistic, factorised, deep } = predictClicks(models, clicks);
  return {
    logistic: binaryCrossEntropy(logistic, labels),
    factorised: binaryCrossEntropy(factorised, labels),
    deep: binaryCrossEntropy(deep, labels),
  };
}

function zeros(rows: number): InitialWeights {
  return { values: new Float32Array(rows), shape: [rows, 1] };
}
