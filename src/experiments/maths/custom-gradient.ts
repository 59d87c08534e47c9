import * as tf from '@tensorflow/tfjs';

/** A forward value, the tensors its gradient needs, and that gradient: `dy` and the saved tensors in, `dx` out. */
export interface Differentiable<X extends tf.Tensor, Y extends tf.Tensor> {
  readonly value: Y;
  readonly saved: readonly tf.Tensor[];
  readonly gradient: (dy: Y, saved: readonly tf.Tensor[]) => X;
}

/** A function of one tensor with a gradient of its own; `tf.customGrad` with types. */
export function withGradient<X extends tf.Tensor, Y extends tf.Tensor>(
  x: X,
  forward: (x: X) => Differentiable<X, Y>,
): Y {
  const op = tf.customGrad<Y>((input, save) => {
    // customGrad types every argument as "tensor or save function"; with one input they come in this order.
    const { value, saved, gradient } = forward(input as X);
    (save as tf.GradSaveFunc)([...saved]);
    return { value, gradFunc: gradient };
  });
  return op(x);
}
