import * as tf from '@tensorflow/tfjs';
import type { Bench } from '../experiment.ts';
import { learn } from '../maths/learn.ts';
import { binaryCrossEntropy, meanSquaredError } from '../maths/losses.ts';
import { inScope } from '../maths/scope.ts';
import { adam } from '../maths/update-rules.ts';
import type { Sample } from './sample.ts';
import type { InverseLink, Values } from './settings.ts';

/** Loss of a neuron with weights w: the mean negative log-likelihood of its family, up to what does not depend on w. */
export function neuronLoss(
  activation: InverseLink,
  { rows, columns, features, responses }: Sample,
  w: tf.Tensor,
): tf.Scalar {
  const x = tf.tensor2d(features, [rows, columns]);
  const y = tf.tensor2d(responses, [rows, 1]);
  const z = tf.matMul<tf.Tensor2D>(x, tf.reshape(w, [columns, 1]));
  switch (activation) {
    case 'sigmoid':
      return binaryCrossEntropy(z, y);
    case 'exp':
      return tf.mean(tf.sub(tf.exp(z), tf.mul(y, z)));
    case 'identity':
      return tf.mul(meanSquaredError(z, y), 0.5);
  }
}

/** The weights of a neuron after every step of Adam, in rows, the zeros it starts from first. */
export function trainNeuron(
  { activation, steps, rate }: Pick<Values, 'activation' | 'steps' | 'rate'>,
  sample: Sample,
  { checkpoint }: Pick<Bench, 'checkpoint'>,
): Float32Array[] {
  const { columns } = sample;
  const start = { values: new Float32Array(columns), shape: [columns] };
  return learn([start], adam(rate), ({ weights, descend, readNotes }) => {
    for (let step = 0; step < steps; step++) {
      descend(([w], note) => {
        note(w);
        return neuronLoss(activation, sample, w);
      });
      checkpoint();
    }
    const path = Float32Array.from(readNotes());
    const [last] = weights();
    return [
      ...Array.from({ length: steps }, (_, step) => path.subarray(step * columns, (step + 1) * columns)),
      last.dataSync<'float32'>(),
    ];
  });
}

/** The gradient by automatic differentiation. */
export function tapeGradient(activation: InverseLink, sample: Sample, at: Float32Array): Float32Array {
  return inScope(() =>
    tf
      .grad((w: tf.Tensor) => neuronLoss(activation, sample, w))(tf.tensor1d(at))
      .dataSync<'float32'>(),
  );
}

/** What two losses of a sigmoid neuron pass back to z = w·x + b where the label is 1. */
export interface StallGradients {
  readonly z: readonly number[];
  readonly crossEntropy: readonly number[];
  readonly squaredError: readonly number[];
}

/** Both gradients by automatic differentiation, at every z. */
export function stallGradients(z: readonly number[]): StallGradients {
  return inScope(() => {
    const at = tf.tensor1d([...z]);
    const ones = tf.onesLike(at);
    // Losses of single examples do not touch each other, so the gradient of their sum has them one by one.
    const crossEntropy = tf.grad((x: tf.Tensor) => tf.mul(binaryCrossEntropy(x, ones), z.length))(at);
    const squaredError = tf.grad((x: tf.Tensor) => tf.sum(tf.square(tf.sub(tf.sigmoid(x), ones))))(at);
    return {
      z,
      crossEntropy: Array.from(crossEntropy.dataSync()),
      squaredError: Array.from(squaredError.dataSync()),
    };
  });
}
