import type { Values } from './settings.ts';

/** An activation as plain loops; the compiler gets a loop of its own for each, as it would in a library. */
export interface Kernel {
  /** y = f(x) */
  forward(x: Float32Array, y: Float32Array): void;
  /** dx = dy · f′, from the output that the forward pass left behind. */
  backward(y: Float32Array, dy: Float32Array, dx: Float32Array): void;
  /** The same from the input, as if nothing had been kept. */
  backwardFromInput(x: Float32Array, dy: Float32Array, dx: Float32Array): void;
}

/** The activations whose cost is compared. */
export const kernels: Readonly<Record<Values['activation'], Kernel>> = {
  relu: {
    forward: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = Math.max(0, x[i] ?? 0);
    },
    backward: (y, dy, dx) => {
      // A branch would be guessed wrong half of the time.
      for (let i = 0; i < y.length; i++) dx[i] = (dy[i] ?? 0) * Number((y[i] ?? 0) > 0);
    },
    backwardFromInput: (x, dy, dx) => {
      for (let i = 0; i < x.length; i++) dx[i] = (dy[i] ?? 0) * Number((x[i] ?? 0) > 0);
    },
  },
  sigmoid: {
    forward: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = 1 / (1 + Math.exp(-(x[i] ?? 0)));
    },
    backward: (y, dy, dx) => {
      for (let i = 0; i < y.length; i++) dx[i] = (dy[i] ?? 0) * (y[i] ?? 0) * (1 - (y[i] ?? 0));
    },
    backwardFromInput: (x, dy, dx) => {
      for (let i = 0; i < x.length; i++) {
        const e = Math.exp(-(x[i] ?? 0));
        dx[i] = ((dy[i] ?? 0) * e) / (1 + e) ** 2;
      }
    },
  },
  tanh: {
    forward: (x, y) => {
      for (let i = 0; i < x.length; i++) y[i] = Math.tanh(x[i] ?? 0);
    },
    backward: (y, dy, dx) => {
      for (let i = 0; i < y.length; i++) dx[i] = (dy[i] ?? 0) * (1 - (y[i] ?? 0) ** 2);
    },
    backwardFromInput: (x, dy, dx) => {
      for (let i = 0; i < x.length; i++) dx[i] = (dy[i] ?? 0) / Math.cosh(x[i] ?? 0) ** 2;
    },
  },
};

/**
 * C = A·Bᵀ for row-major A (rows × inner) and B (columns × inner, at least four of them). Four columns at a time, so
 * that a sum need not wait for another: a product slower than it must be would make the activation look cheap.
 */
export function multiply(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  inner: number,
  columns: number,
): void {
  const rows = a.length / inner;
  for (let i = 0; i < rows; i++) {
    for (let next = 0; next < columns; next += 4) {
      // The last four may overlap those before.
      const j = Math.min(next, columns - 4);
      let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
      for (let k = 0; k < inner; k++) {
        const factor = a[i * inner + k] ?? 0;
        const at = j * inner + k;
        sum0 += factor * (b[at] ?? 0);
        sum1 += factor * (b[at + inner] ?? 0);
        sum2 += factor * (b[at + 2 * inner] ?? 0);
        sum3 += factor * (b[at + 3 * inner] ?? 0);
      }
      c.set([sum0, sum1, sum2, sum3], i * columns + j);
    }
  }
}
