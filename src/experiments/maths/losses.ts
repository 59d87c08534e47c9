import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.ts';

/**
 * Mean softmax cross-entropy in nats of rows of logits against rows of one-hot labels.
 * Its gradient is `(softmax − labels) / rows`, in closed form; the tape would need twice the operations.
 */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  const [rows] = logits.shape;
  return withGradient(logits, (x) => {
    const logProbabilities = tf.logSoftmax(x);
    return {
      value: tf.mul<tf.Scalar>(tf.sum(tf.mul(labels, logProbabilities)), -1 / rows),
      saved: [logProbabilities, labels],
      gradient: (dy, [saved = logProbabilities, target = labels]) =>
        tf.mul(tf.sub<tf.Tensor2D>(tf.exp(saved), target), tf.mul(dy, 1 / rows)),
    };
  });
}

/** The gradient of {@link crossEntropy} at the logits, without a tape. */
export function crossEntropyGradient(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(tf.sub<tf.Tensor2D>(tf.softmax(logits), labels), 1 / labels.shape[0]);
}

/** Mean cross-entropy in nats of probabilities `sigmoid(logits)` against labels 0 and 1, of any equal shape. */
export function binaryCrossEntropy(logits: tf.Tensor, labels: tf.Tensor): tf.Scalar {
  // −y·log σ(x) − (1−y)·log(1−σ(x)) is softplus(x) − x·y, which does not overflow.
  return tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, labels)));
}

/** Mean squared error of two tensors of equal shape. */
export function meanSquaredError(outputs: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  return tf.mean(tf.square(tf.sub(outputs, targets)));
}

/** Share of rows whose largest logit is the labelled one, as a scalar tensor; has no gradient. */
export function accuracy(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(labels, 1)), 'float32'));
}

/** The same as a number, read from the backend: whole rows over all rows, a fraction float32 seldom has. */
export function readAccuracy(logits: tf.Tensor2D, labels: ArrayLike<number>): number {
  const [rows, classes] = logits.shape;
  const share = accuracy(logits, oneHot(labels, classes)).dataSync()[0] ?? Number.NaN;
  return Math.round(share * rows) / rows;
}

/** Labels 0…classes−1 as rows with a single 1. */
export function oneHot(labels: ArrayLike<number>, classes: number): tf.Tensor2D {
  const rows = new Float32Array(labels.length * classes);
  for (let row = 0; row < labels.length; row++) rows[row * classes + (labels[row] ?? 0)] = 1;
  return tf.tensor2d(rows, [labels.length, classes]);
}
