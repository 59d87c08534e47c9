import type { Random } from '../maths/random.ts';

/** A single-channel image, a kernel or a gradient, row-major. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A grid of independent standard normals. */
export function randomGrid(random: Random, rows: number, columns: number): Grid {
  return { rows, columns, values: Float64Array.from(random.normals(rows * columns)) };
}

/** A convolution layer's forward pass without padding: the kernel laid on every place where it fits. */
export function convolve(image: Grid, kernel: Grid): Grid {
  const rows = image.rows - kernel.rows + 1;
  const columns = image.columns - kernel.columns + 1;
  const values = new Float64Array(rows * columns);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) values[y * columns + x] = overlap(image, kernel, y, x);
  }
  return { rows, columns, values };
}

/** Σ kernel · the part of the image that begins at (top, left). */
export function overlap(image: Grid, kernel: Grid, top: number, left: number): number {
  let sum = 0;
  for (let i = 0; i < kernel.rows; i++) {
    const row = (top + i) * image.columns + left;
    for (let j = 0; j < kernel.columns; j++) {
      sum += (kernel.values[i * kernel.columns + j] ?? 0) * (image.values[row + j] ?? 0);
    }
  }
  return sum;
}

/**
 * The same layer's backward pass: what reaches the input when `gradient` arrives at the output. Since every output
 * hands its gradient on through the kernel, it is also the one kernel that two in a row amount to.
 */
export function convolveBack(gradient: Grid, kernel: Grid): Grid {
  const rows = gradient.rows + kernel.rows - 1;
  const columns = gradient.columns + kernel.columns - 1;
  const values = new Float64Array(rows * columns);
  for (let y = 0; y < gradient.rows; y++) {
    for (let x = 0; x < gradient.columns; x++) {
      const arriving = gradient.values[y * gradient.columns + x] ?? 0;
      for (let i = 0; i < kernel.rows; i++) {
        for (let j = 0; j < kernel.columns; j++) {
          const place = (y + i) * columns + x + j;
          values[place] = (values[place] ?? 0) + arriving * (kernel.values[i * kernel.columns + j] ?? 0);
        }
      }
    }
  }
  return { rows, columns, values };
}

/** The one kernel that several in a row amount to. */
export function compose(kernels: readonly Grid[]): Grid {
  return kernels.reduce(convolveBack, { rows: 1, columns: 1, values: Float64Array.of(1) });
}

/** Σ values². */
export function energy({ values }: Grid): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}
