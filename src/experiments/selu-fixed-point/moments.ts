import * as tf from '@tensorflow/tfjs';
import type { Bench } from '../experiment.ts';
import { activate } from '../maths/activations.ts';
import { drawWeights } from '../maths/initialise.ts';
import { createLedger } from '../maths/ledger.ts';
import { createRandom } from '../maths/random.ts';
import { inScope } from '../maths/scope.ts';
import type { Values } from './settings.ts';

/** Mean and variance of activations. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** A layer of standard normal inputs first; then other means and variances. */
export const starts: readonly Moments[] = [
  { mean: 0, variance: 1 },
  { mean: 0.5, variance: 1 },
  { mean: 0, variance: 4 },
  { mean: 0.3, variance: 0.49 },
  { mean: 0, variance: 0.25 },
];

/** Inputs per start. */
const rows = 32;

/** Layers of one kind and size. */
export type Stack = Pick<Values, 'activation' | 'width' | 'depth'>;

/** Sends inputs of every start through the same random layers; moments per start, inputs included, layer by layer. */
export function measureMoments(
  { activation, width, depth }: Stack,
  from: readonly Moments[],
  { seed, checkpoint }: Bench,
): Moments[][] {
  const random = createRandom(seed, 'weights');
  const seen = createLedger();
  let h = inScope(() => tf.keep(drawInputs(from, width, seed)));
  try {
    for (let layer = 0; layer < depth; layer++) {
      const before = h;
      h = inScope(() => {
        const weights = tf.tensor2d(drawWeights(random, initOf[activation], width, width), [width, width]);
        const after = tf.keep(activate(activation, tf.matMul(before, weights), random));
        seen.add(momentsPerStart(after, from.length));
        return after;
      });
      before.dispose();
      checkpoint();
    }
    return byStart(from, seen.read());
  } finally {
    h.dispose();
    seen.dispose();
  }
}

/** The initialisation that belongs to each activation. */
const initOf = { selu: 'lecun', elu: 'lecun', relu: 'he' } as const;

function drawInputs(from: readonly Moments[], width: number, seed: number): tf.Tensor {
  const random = createRandom(seed, 'inputs');
  const perStart = from.map(({ mean, variance }) =>
    random.normals(rows * width, Math.sqrt(variance)).map((value) => value + mean),
  );
  return tf.reshape(tf.concat(perStart.map((values) => tf.tensor1d(values))), [from.length * rows, width]);
}

/** All means, then all variances. */
function momentsPerStart(h: tf.Tensor, count: number): tf.Tensor {
  const { mean, variance } = tf.moments(tf.reshape(h, [count, h.size / count]), 1);
  return tf.concat([mean, variance]);
}

function byStart(from: readonly Moments[], seen: readonly number[]): Moments[][] {
  const perLayer = 2 * from.length;
  return from.map((start, index) => {
    const layers = Array.from({ length: seen.length / perLayer }, (_, layer) => ({
      mean: seen[layer * perLayer + index] ?? Number.NaN,
      variance: seen[layer * perLayer + from.length + index] ?? Number.NaN,
    }));
    return [start, ...layers];
  });
}
