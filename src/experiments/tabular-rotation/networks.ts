import * as tf from '@tensorflow/tfjs';
import { applyDense, drawDense } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import { learnTogether } from '../maths/learn-together.ts';
import { binaryCrossEntropy } from '../maths/losses.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
import type { Version } from './settings.ts';
import type { Rows, Table } from './table.ts';

const hidden = 32;
const steps = 60;
const rate = 0.01;

/** How a network did: right answers on new rows, and its loss before every step. */
export interface Outcome {
  readonly accuracy: number;
  readonly losses: readonly number[];
}

/** Weights of a network with one hidden layer. */
export function drawNetwork(seed: number, columns: number): InitialWeights[] {
  return drawDense(createRandom(seed, 'network'), 'he', [columns, hidden, 1]);
}

/** The same network for a table whose columns stand in another order: its inputs are moved along. */
export function shuffleInputs(
  [first, ...rest]: readonly InitialWeights[],
  order: Int32Array,
): InitialWeights[] {
  if (first === undefined) return [];
  const values = new Float32Array(first.values.length);
  order.forEach((from, to) => {
    values.set(first.values.subarray(from * hidden, (from + 1) * hidden), to * hidden);
  });
  return [{ ...first, values }, ...rest];
}

/** Mean cross-entropy of a network on all rows of a table. */
export function networkLoss(
  weights: readonly tf.Tensor[],
  inputs: tf.Tensor2D,
  labels: tf.Tensor,
): tf.Scalar {
  return binaryCrossEntropy(applyDense(weights, inputs, tf.relu), labels);
}

/** Trains a network on every version of a table, all rows at every step. */
export function trainNetworks(
  tables: Readonly<Record<Version, Table>>,
  initial: Readonly<Record<Version, readonly InitialWeights[]>>,
  checkpoint: () => void,
): Record<Version, Outcome> {
  return inScope(() => {
    const inputs = each((version) => asTensor(tables[version].training, tables[version].columns));
    const { labels, count } = tables.raw.training;
    const targets = tf.tensor2d(
      Float32Array.from(labels, (label) => (label > 0 ? 1 : 0)),
      [count, 1],
    );
    return learnTogether(initial, adam(rate), ({ weights, descend, readLosses }) => {
      for (let step = 0; step < steps; step++) {
        descend((networks) => each((version) => networkLoss(networks[version], inputs[version], targets)));
        checkpoint();
      }
      const losses = readLosses();
      const trained = weights();
      return each((version) => ({
        accuracy: accuracy(trained[version], tables[version]),
        losses: losses[version],
      }));
    });
  });
}

function each<V>(make: (version: Version) => V): Record<Version, V> {
  return { raw: make('raw'), shuffled: make('shuffled'), rotated: make('rotated') };
}

function accuracy(weights: readonly tf.Tensor[], { test, columns }: Table): number {
  const logits = inScope(() => applyDense(weights, asTensor(test, columns), tf.relu).dataSync());
  return logits.filter((logit, row) => logit > 0 === (test.labels[row] ?? 0) > 0).length / test.count;
}

function asTensor({ values, count }: Rows, columns: number): tf.Tensor2D {
  return tf.tensor2d(values, [count, columns]);
}
