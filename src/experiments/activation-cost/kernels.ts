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
      for (let i = 0; i < y.length; i++) dx[i] = (y[i] ?? 0) > 0 ? (dy[i] ?? 0) : 0;
    },
    backwardFromInput: (x, dy, dx) => {
      for (let i = 0; i < x.length; i++) dx[i] = (x[i] ?? 0) > 0 ? (dy[i] ?? 0) : 0;
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

/** C = A·B for row-major A (rows × inner) and B (inner × columns), in the order that reads memory in a row. */
export function multiply(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  inner: number,
  columns: number,
): void {
  c.fill(0);
  const rows = a.length / inner;
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k] ?? 0;
      const [from, to] = [k * columns, i * columns];
      for (let j = 0; j < columns; j++) c[to + j] = (c[to + j] ?? 0) + factor * (b[from + j] ?? 0);
    }
  }
}
