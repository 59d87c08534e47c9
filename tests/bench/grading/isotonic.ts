/** A non-decreasing map from scores to marks. */
export type IsotonicMap = (score: number) => number;

interface Block {
  readonly low: number;
  readonly high: number;
  readonly sum: number;
  readonly count: number;
}

const level = ({ sum, count }: Block) => sum / count;

/** Least-squares isotonic regression (pool adjacent violators), linear between blocks. */
export function fitIsotonic(scores: readonly number[], marks: readonly number[]): IsotonicMap {
  const points = scores
    .map((score, index) => ({ score, mark: marks[index] ?? 0 }))
    .toSorted((a, b) => a.score - b.score);
  const blocks: Block[] = [];
  for (const { score, mark } of points) {
    let block: Block = { low: score, high: score, sum: mark, count: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && (last.high === score || level(last) >= level(block));
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { low: last.low, high: block.high, sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  return (score) => valueAt(blocks, score);
}

function valueAt(blocks: readonly Block[], score: number): number {
  const at = firstNotBelow(blocks, score);
  const [below, above] = [blocks[at - 1], blocks[at]];
  if (above === undefined) return below === undefined ? 0 : level(below);
  if (below === undefined || score >= above.low) return level(above);
  const share = (score - below.high) / (above.low - below.high);
  return level(below) + share * (level(above) - level(below));
}

/** Position of the first block that ends at the score or above it. */
function firstNotBelow(blocks: readonly Block[], score: number): number {
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((blocks[middle]?.high ?? 0) < score) from = middle + 1;
    else to = middle;
  }
  return from;
}
