import type { Sample } from '../../../src/core/question/question.ts';
import { mean, pearson } from '../grading/statistics.ts';

/** A labelled answer with the score the grader gave it. */
export interface Graded {
  readonly question: string;
  readonly sample: Sample;
  readonly score: number;
}

/** How well scores agree with the bands of a human marker. */
export interface BandAgreement {
  readonly n: number;
  /** Share of the scores that lie inside their band, 0..1. */
  readonly inside: number;
  /** Mean distance of the scores to their bands; 0 inside. */
  readonly distance: number;
  /** Pearson's r between the scores and the middles of the bands. */
  readonly pearson: number;
}

/** How far a score lies outside its band; 0 inside. */
export const distanceToBand = ({
  score,
  sample: {
    score: [low, high],
  },
}: Graded) => Math.max(0, low - score, score - high);

/** The agreement over a set of labelled answers. */
export function agreementOf(graded: readonly Graded[]): BandAgreement {
  const distances = graded.map(distanceToBand);
  return {
    n: graded.length,
    inside: mean(distances.map((distance) => (distance === 0 ? 1 : 0))),
    distance: mean(distances),
    pearson: pearson(
      graded.map(({ score }) => score),
      graded.map(({ sample }) => (sample.score[0] + sample.score[1]) / 2),
    ),
  };
}

/** Answers by a property of theirs, in order of first appearance. */
export function groupBy(
  graded: readonly Graded[],
  key: (each: Graded) => string,
): ReadonlyMap<string, readonly Graded[]> {
  const groups = new Map<string, Graded[]>();
  for (const each of graded) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}
