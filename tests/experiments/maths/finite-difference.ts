import { squaredNorm } from '../../../src/experiments/maths/gradient-norms.ts';
import { createRandom } from '../../../src/experiments/maths/random.ts';

/** Central differences of a scalar function, one entry at a time. */
export function finiteDifference(
  f: (x: Float32Array) => number,
  at: Float32Array,
  step = 1e-2,
): Float32Array {
  return at.map((value, index) => {
    const moved = at.slice();
    moved[index] = value + step;
    const above = f(moved);
    moved[index] = value - step;
    return (above - f(moved)) / (2 * step);
  });
}

/** ‖a − b‖ / ‖b‖ */
export function relativeDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? Number.NaN) - (b[i] ?? 0)) ** 2;
    size += (b[i] ?? 0) ** 2;
  }
  return Math.sqrt(difference / size);
}

/**
 * A gradient's slope along one direction, by the gradient and by a central difference of the loss: for tensors too
 * large to go entry by entry. The direction leans on the gradient, so that the slope does not drown in rounding, and on
 * chance, so that an error across the gradient shows as well.
 */
export function slopes(
  loss: (x: Float32Array) => number,
  at: Float32Array,
  gradient: ArrayLike<number>,
  step = 1e-2,
): { readonly byGradient: number; readonly byDifference: number } {
  const chance = createRandom(1, 'direction').normals(at.length);
  const [gradientLength, chanceLength] = [length(gradient), length(chance)];
  const direction = chance.map(
    (value, index) => (gradient[index] ?? 0) / gradientLength + value / chanceLength,
  );
  const lossAt = (t: number) => loss(at.map((value, index) => value + t * (direction[index] ?? 0)));
  let byGradient = 0;
  for (let i = 0; i < direction.length; i++) byGradient += (direction[i] ?? 0) * (gradient[i] ?? 0);
  return { byGradient, byDifference: (lossAt(step) - lossAt(-step)) / (2 * step) };
}

function length(values: ArrayLike<number>): number {
  return Math.sqrt(squaredNorm(values));
}
