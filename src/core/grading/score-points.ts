import { type Hit, hitsByClaim } from './find-hits.ts';
import type { FoundMisconception, PointGrade } from './grade.ts';
import { gradePoint } from './grade-point.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import type { ReadAnswer } from './read-answer.ts';

/** An answer's points and what they come to. */
export interface Scored {
  /** 0..1, before caps. */
  readonly score: number;
  readonly points: readonly PointGrade[];
  /** Some point is said together with its opposite. */
  readonly saysBoth: boolean;
}

/** The most that bonus points add to the required ones. */
const mostBonus = 0.1;

/** Grades every point on its own hits; a point that a found misconception contradicts earns nothing. */
export function gradePoints(
  rubric: PreparedRubric,
  hits: readonly Hit[],
  answer: ReadAnswer,
  misconceptions: readonly FoundMisconception[],
): Scored {
  const found = new Set(misconceptions.map(({ id }) => id));
  const contradicted = new Set(
    rubric.misconceptions.flatMap(({ id, contradicts }) => (found.has(id) ? (contradicts ?? []) : [])),
  );
  const ofPoint = hitsByClaim(hits, 0, rubric.points.length);
  const graded = rubric.points.map((point, claim) =>
    gradePoint(point, ofPoint[claim] ?? [], answer, rubric.terms),
  );
  const points = graded.map(({ grade }) => (contradicted.has(grade.id) ? withoutCredit(grade) : grade));
  return { score: scoreOf(points), points, saysBoth: graded.some(({ saysBoth }) => saysBoth) };
}

const withoutCredit = (grade: PointGrade): PointGrade => ({
  ...grade,
  credit: 0,
  reason: 'contradicted',
  evidence: [],
});

/** 0..1: the required points by weight, and a little for bonus points. */
function scoreOf(points: readonly PointGrade[]): number {
  const total = sum(points, ({ bonus, weight }) => (bonus ? 0 : weight));
  if (total === 0) return Math.min(1, mean(points));
  const required = sum(points, ({ bonus, weight, credit }) => (bonus ? 0 : weight * credit));
  const bonus = sum(points, (point) => (point.bonus ? point.weight * point.credit : 0));
  return Math.min(1, required / total + Math.min(mostBonus, bonus / total));
}

const sum = (points: readonly PointGrade[], value: (point: PointGrade) => number) =>
  points.reduce((total, point) => total + value(point), 0);

/** A follow-up may ask for bonus points alone; then they are the whole score. */
const mean = (points: readonly PointGrade[]) =>
  points.length === 0
    ? 0
    : sum(points, ({ weight, credit }) => weight * credit) / sum(points, ({ weight }) => weight);
