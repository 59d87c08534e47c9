import type { BenchAnswer } from './answer-set.ts';
import { percentile } from './statistics.ts';

/** How much better one grader correlates with people than another, over re-drawn questions. */
export interface PairedDifference {
  readonly mean: number;
  /** Middle 95 % of the draws. */
  readonly low: number;
  readonly high: number;
  /** Share of draws in which the first grader was ahead. */
  readonly ahead: number;
}

const draws = 1000;
const seed = 20_260;

/** What a question adds to a correlation. */
interface Sums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

const none: Sums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };

const add = (a: Sums, b: Sums): Sums => ({
  n: a.n + b.n,
  x: a.x + b.x,
  y: a.y + b.y,
  xx: a.xx + b.xx,
  yy: a.yy + b.yy,
  xy: a.xy + b.xy,
});

/** Paired bootstrap over questions of the difference in pooled Pearson correlation; same seed, same figures. */
export function comparePaired(
  answers: readonly BenchAnswer[],
  first: readonly number[],
  second: readonly number[],
): PairedDifference {
  const [a, b] = [sumsByQuestion(answers, first), sumsByQuestion(answers, second)];
  const questions = [...a.keys()];
  const chance = mulberry32(seed);
  const differences = Array.from({ length: draws }, () => {
    let [left, right] = [none, none];
    for (let pick = 0; pick < questions.length; pick += 1) {
      const question = questions[Math.floor(chance() * questions.length)] ?? '';
      left = add(left, a.get(question) ?? none);
      right = add(right, b.get(question) ?? none);
    }
    return correlation(left) - correlation(right);
  });
  return {
    mean: differences.reduce((sum, each) => sum + each, 0) / draws,
    low: percentile(differences, 0.025),
    high: percentile(differences, 0.975),
    ahead: differences.filter((each) => each > 0).length / draws,
  };
}

function sumsByQuestion(answers: readonly BenchAnswer[], scores: readonly number[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  answers.forEach(({ question, mark: y }, index) => {
    const x = scores[index] ?? 0;
    const one = { n: 1, x, y, xx: x * x, yy: y * y, xy: x * y };
    sums.set(question.qid, add(sums.get(question.qid) ?? none, one));
  });
  return sums;
}

function correlation({ n, x, y, xx, yy, xy }: Sums): number {
  const [vx, vy] = [n * xx - x * x, n * yy - y * y];
  return vx < 1e-12 || vy < 1e-12 ? 0 : (n * xy - x * y) / Math.sqrt(vx * vy);
}

/** A small seeded generator, uniform in 0..1 (Tommy Ettinger's mulberry32, public domain). */
export function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
