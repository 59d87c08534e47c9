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
