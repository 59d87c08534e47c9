/**
 * Area under the ROC curve: how often a random positive scores higher than a random negative, ties counting half.
 * By ranks (Mann & Whitney 1947); NaN where one of the two is missing.
 */
export function areaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = Array.from(scores, (_, row) => row).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let [positives, rankSum] = [0, 0];
  for (let from = 0; from < order.length; ) {
    const to = endOfTie(order, scores, from);
    // Ranks count from 1; equals share the mean of theirs.
    const rank = (from + 1 + to) / 2;
    for (const row of order.slice(from, to)) {
      if (labels[row] !== 1) continue;
      positives++;
      rankSum += rank;
    }
    from = to;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function endOfTie(order: readonly number[], scores: ArrayLike<number>, from: number): number {
  const score = scores[order[from] ?? 0];
  let to = from + 1;
  while (to < order.length && scores[order[to] ?? 0] === score) to++;
  return to;
}
