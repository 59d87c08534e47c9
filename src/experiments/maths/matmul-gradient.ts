import * as tf from '@tensorflow/tfjs';

/**
 * Replaces the gradient of a plain `matMul` by one that transposes first; the numbers stay the same.
 * TensorFlow.js multiplies with transpose flags there, which its wasm kernels do several times slower
 * (`npm run bench:experiments` prints by how much). Lazy, so a gradient that nobody asked for costs nothing.
 */
export function useFastMatMulGradient(): void {
  const original = tf.getGradient('BatchMatMul');
  tf.unregisterGradient('BatchMatMul');
  tf.registerGradient({
    ...original,
    gradFunc: (dy, saved, flags) => {
      const [a, b] = saved;
      const isPlain = flags.transposeA !== true && flags.transposeB !== true;
      if (!isPlain || a === undefined || b === undefined || Array.isArray(dy)) {
        return original.gradFunc(dy, saved, flags);
      }
      return {
        a: () => product(dy, lastTwoSwapped(b)),
        b: () => product(lastTwoSwapped(a), dy),
      };
    },
  });
}

/**
 * A product of many matrices at once takes wasm ten times as long per number as that of two; where columns meet rows,
 * multiplying element by element gives the same.
 */
function product(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return a.rank > 2 && a.shape.at(-1) === 1 ? tf.mul(a, b) : tf.matMul(a, b);
}

function lastTwoSwapped(x: tf.Tensor): tf.Tensor {
  const axes = x.shape.map((_, axis) => axis);
  const [last, secondLast] = [axes.pop() ?? 0, axes.pop() ?? 0];
  return tf.transpose(x, [...axes, last, secondLast]);
}
