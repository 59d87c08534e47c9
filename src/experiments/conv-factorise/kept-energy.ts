import { symmetricEigenvalues } from '../maths/eigenvalues.ts';
import { productsOfRows, solvePositiveDefinite } from '../maths/linear-systems.ts';
import type { Random } from '../maths/random.ts';
import { compose, energy, type Grid, overlap, randomGrid } from './grid.ts';

/** Share of a kernel's energy in the best n×1 and 1×n pair: its largest singular value, squared (Eckart & Young 1936). */
export function keptByPair(kernel: Grid): number {
  const { rows, columns, values } = kernel;
  const gram = productsOfRows(values, rows, columns);
  return (symmetricEigenvalues(gram, rows)[0] ?? 0) / energy(kernel);
}

/** Attempts from random starts; the fit has several local optima. */
const attempts = 4;
const rounds = 30;

/**
 * Share of a kernel's energy that a stack of 3×3 kernels reproduces, by alternating least squares: with the others
 * fixed, the best values of one are a linear problem. The best of a few starts, hence "at least".
 */
export function keptByStack(kernel: Grid, random: Random): number {
  const shares = Array.from({ length: attempts }, () => fitStack(kernel, random));
  return Math.max(...shares);
}

function fitStack(kernel: Grid, random: Random): number {
  const stack = Array.from({ length: (kernel.rows - 1) / 2 }, () => randomGrid(random, 3, 3));
  let kept = 0;
  for (let round = 0; round < rounds; round++) {
    for (const index of stack.keys()) {
      const others = compose(stack.filter((_, other) => other !== index));
      const fitted = fitOne(kernel, others);
      kept = fitted.kept;
      stack[index] = fitted.best;
    }
  }
  return kept;
}

/** The 3×3 kernel that comes closest to `kernel` once it is composed with `others`. */
function fitOne(kernel: Grid, others: Grid): { readonly best: Grid; readonly kept: number } {
  const right = Float64Array.from({ length: 9 }, (_, at) =>
    overlap(kernel, others, Math.floor(at / 3), at % 3),
  );
  const normal = Float64Array.from({ length: 81 }, (_, at) => {
    const [a, b] = [Math.floor(at / 9), at % 9];
    return selfOverlap(others, Math.floor(a / 3) - Math.floor(b / 3), (a % 3) - (b % 3));
  });
  const values = solvePositiveDefinite(normal, right);
  const kept = values.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0) / energy(kernel);
  // Only the product of the stack counts; at length 1 none of them runs away.
  const length = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
  return { best: { rows: 3, columns: 3, values: values.map((value) => value / length) }, kept };
}

/** Σ of a grid times itself moved by (down, right). */
function selfOverlap({ rows, columns, values }: Grid, down: number, right: number): number {
  let sum = 0;
  for (let y = Math.max(0, -down); y < Math.min(rows, rows - down); y++) {
    for (let x = Math.max(0, -right); x < Math.min(columns, columns - right); x++) {
      sum += (values[y * columns + x] ?? 0) * (values[(y + down) * columns + x + right] ?? 0);
    }
  }
  return sum;
}

/** Share of the energy of random kernels, `inputs` channels to `outputs` values each, that fits through a few channels. */
export function keptByChannels(
  random: Random,
  {
    inputs,
    outputs,
    channels,
  }: { readonly inputs: number; readonly outputs: number; readonly channels: number },
  checkpoint: () => void,
): number {
  const weights = Float64Array.from(random.normals(inputs * outputs));
  const gram = productsOfRows(weights, inputs, outputs);
  checkpoint();
  const eigenvalues = symmetricEigenvalues(gram, inputs);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return sum(eigenvalues.subarray(0, channels)) / sum(eigenvalues);
}
