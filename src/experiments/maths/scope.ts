import * as tf from '@tensorflow/tfjs';

/**
 * Frees every tensor made inside but those told to stay by `tf.keep`; also when it throws. `tf.tidy` for results that
 * are no tensors: tidy searches what it is given back for tensors, number by number, which for a large array takes
 * longer than the arithmetic.
 */
export function inScope<R>(body: () => R): R {
  tf.engine().startScope();
  try {
    return body();
  } finally {
    tf.engine().endScope();
  }
}
