import * as tf from '@tensorflow/tfjs';
import { drawWeights, factorBetween, type Init } from '../maths/initialise.ts';
import { oneHot } from '../maths/losses.ts';
import { inTurn, type Layer, scaledBy, times } from '../maths/pass.ts';
import { createRandom } from '../maths/random.ts';

const width = 64;
const batch = 128;
const classes = 10;

/**
 * What chance decides for the networks of one seed. It is drawn once for all of them: the weights of two
 * initialisations by normal numbers differ by a factor, and drawing them takes as long as a third of the arithmetic.
 */
export interface Stock {
  readonly seed: number;
  readonly inputs: tf.Tensor2D;
  /** One-hot rows. */
  readonly labels: tf.Tensor2D;
  /** From the last hidden state to the classes. */
  readonly head: tf.Tensor2D;
  /** A layer of weights and nothing else: the one at this place of any network. */
  readonly linear: (place: number, init: Init) => Layer;
}

/** Draws when asked, each matrix once; to be made and used in one scope, which frees it. */
export function createStock(seed: number): Stock {
  const random = createRandom(seed, 'task');
  const inputs = tf.tensor2d(random.normals(batch * width), [batch, width]);
  const head = tf.tensor2d(drawWeights(random, 'xavier', width, classes), [width, classes]);
  const labels = Int32Array.from({ length: batch }, () => random.integer(classes));
  const matrices: Partial<Record<'orthogonal' | 'normal', Matrices>> = {};
  return {
    seed,
    inputs,
    head,
    labels: oneHot(labels, classes),
    linear: (place, init) => {
      const kind = init === 'orthogonal' ? init : 'normal';
      matrices[kind] ??= drawMatrices(seed, init);
      const { at, init: drawnFor } = matrices[kind];
      const factor = factorBetween(drawnFor, init, width, width);
      return factor === 1 ? times(...at(place)) : inTurn(times(...at(place)), scaledBy(factor));
    },
  };
}

interface Matrices {
  readonly init: Init;
  /** A matrix and its transpose; every network asks for them from the first on, in order. */
  readonly at: (place: number) => readonly [tf.Tensor2D, tf.Tensor2D];
}

function drawMatrices(seed: number, init: Init): Matrices {
  const random = createRandom(seed, 'weights');
  const drawn: (readonly [tf.Tensor2D, tf.Tensor2D])[] = [];
  const draw = () => {
    const matrix = tf.tensor2d(drawWeights(random, init, width, width), [width, width]);
    return [matrix, tf.transpose<tf.Tensor2D>(matrix)] as const;
  };
  return {
    init,
    at: (place) => {
      const known = drawn[place];
      if (known !== undefined) return known;
      const fresh = draw();
      drawn.push(fresh);
      return fresh;
    },
  };
}
