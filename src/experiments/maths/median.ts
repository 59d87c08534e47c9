/** The middle of some numbers, or half-way between the two in the middle; NaN of none. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length - 1 - half] ?? Number.NaN, sorted[half] ?? Number.NaN];
  return (low + high) / 2;
}
