import * as tf from '@tensorflow/tfjs';

/** Keeps a constant column from dividing by zero. */
const epsilon = 1e-5;

/**
 * Batch normalisation with its learnt scale γ and shift β (Ioffe & Szegedy 2015, Alg. 1). The gradient is theirs in
 * closed form: its sums over the batch are those of γ and β, so three gradients cost hardly more than one.
 */
export function scaledBatchNorm(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor {
  const op = tf.customGrad<tf.Tensor>((input, scale, shift, save) => {
    // customGrad types every argument as "tensor or save function"; with three inputs they come in this order.
    const [z, g, b] = [input, scale, shift] as [tf.Tensor, tf.Tensor, tf.Tensor];
    const centred = tf.sub(z, tf.mean(z, 0, true));
    const inverseDeviation = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 0, true), epsilon));
    const normalised = tf.mul(centred, inverseDeviation);
    (save as unknown as tf.GradSaveFunc)([normalised, inverseDeviation, g]);
    return { value: tf.add(tf.mul(normalised, g), b), gradFunc: gradients };
  });
  return op(x, gamma, beta);
}

function gradients(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [batch = 1] = dy.shape;
  const [normalised, inverseDeviation, gamma] = saved;
  if (!normalised || !inverseDeviation || !gamma) throw new Error('the forward pass saves three tensors');
  const dBeta = tf.sum(dy, 0);
  const dGamma = tf.sum(tf.mul(dy, normalised), 0);
  const means = tf.mul(tf.add(tf.mul(normalised, dGamma), dBeta), 1 / batch);
  const dx = tf.mul(tf.sub(dy, means), tf.mul(inverseDeviation, gamma));
  return [dx, dGamma, dBeta];
}
