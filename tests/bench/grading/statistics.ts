/** Arithmetic mean; 0 of nothing. */
export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's correlation; 0 where one side does not vary. */
export function pearson(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, index) => {
    const [dx, dy] = [value - meanX, (y[index] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xx < 1e-12 || yy < 1e-12 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Ranks from 1, ties sharing the mean of theirs. */
export function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at < to; at += 1) result[order[at] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return result;
}

/** Spearman's rank correlation. */
export const spearman = (x: readonly number[], y: readonly number[]) => pearson(ranks(x), ranks(y));

/** Root mean square error. */
export const rmse = (x: readonly number[], y: readonly number[]) =>
  Math.sqrt(mean(x.map((value, index) => (value - (y[index] ?? 0)) ** 2)));

/**
 * Quadratically weighted kappa over the marks a set uses: predictions go to the nearest mark, and a disagreement
 * costs the square of its size.
 */
export function quadraticKappa(predicted: readonly number[], gold: readonly number[]): number {
  const marks = [...new Set(gold)].toSorted((a, b) => a - b);
  const rated = predicted.map((value) => nearest(marks, value));
  const observed = mean(rated.map((value, index) => (value - (gold[index] ?? 0)) ** 2));
  // The mean square over all pairs, in closed form.
  const expected =
    mean(rated.map((value) => value ** 2)) +
    mean(gold.map((value) => value ** 2)) -
    2 * mean(rated) * mean(gold);
  return expected < 1e-12 ? 0 : 1 - observed / expected;
}

function nearest(sorted: readonly number[], value: number): number {
  let best = sorted[0] ?? 0;
  for (const mark of sorted) if (Math.abs(mark - value) < Math.abs(best - value)) best = mark;
  return best;
}

/** Chance that a random positive scores above a random negative, ties counting half; NaN without both. */
export function auc(positives: readonly number[], negatives: readonly number[]): number {
  const all = ranks([...positives, ...negatives]);
  const sum = all.slice(0, positives.length).reduce((total, rank) => total + rank, 0);
  return (sum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}

/** Value below which the share `p` of the values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
}
