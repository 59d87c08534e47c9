/**
 * Damerau–Levenshtein distance (optimal string alignment: a slip swaps, drops, adds or changes a letter), or
 * `limit + 1` as soon as it is known to exceed `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(cellCost(a, b, row, column, last, current, beforeLast));
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

function cellCost(
  a: string,
  b: string,
  row: number,
  column: number,
  last: readonly number[],
  current: readonly number[],
  beforeLast: readonly number[],
): number {
  const far = a.length + b.length;
  const change = (last[column - 1] ?? far) + (a[row - 1] === b[column - 1] ? 0 : 1);
  const cost = Math.min(change, (last[column] ?? far) + 1, (current[column - 1] ?? far) + 1);
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(cost, (beforeLast[column - 2] ?? far) + 1) : cost;
}
