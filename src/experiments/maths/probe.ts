import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.ts';

/**
 * Watches the gradient of a loss with respect to hidden states.
 * `∂L/∂W` would hide what `∂L/∂h` shows: with ReLU and Xavier weights the activations shrink as fast as the gradients.
 */
export interface GradientProbe {
  /** `h` itself; on the way back it remembers the gradient that arrives. Call it once per hidden state, in order. */
  watch<T extends tf.Tensor>(h: T): T;
  /** Euclidean norms of the gradients in the order they were watched, summed in double precision; frees what was kept. */
  readNorms(): number[];
}

/** A probe that has seen nothing yet. */
export function createGradientProbe(): GradientProbe {
  const seen: (tf.Tensor | undefined)[] = [];

  return {
    watch: (h) => {
      const place = seen.push(undefined) - 1;
      return withGradient(h, (x) => ({
        value: x.clone(),
        saved: [],
        gradient: (dy) => {
          seen[place] = tf.keep(dy.clone());
          return dy;
        },
      }));
    },
    readNorms: () => {
      const gradients = seen.filter((gradient) => gradient !== undefined);
      if (gradients.length === 0) return [];
      // One read for all: every read waits for the backend.
      const stacked = tf.stack(gradients);
      const values = stacked.dataSync();
      tf.dispose([stacked, gradients]);
      const size = values.length / gradients.length;
      return gradients.map((_, place) =>
        Math.sqrt(squaredNorm(values.subarray(place * size, (place + 1) * size))),
      );
    },
  };
}

/** ‖values‖², summed as doubles: squares of values below 1e-19 or above 1e19 do not fit float32. */
export function squaredNorm(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) ** 2;
  return sum;
}
