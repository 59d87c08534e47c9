import type { Level } from '../question/question.ts';

/** The most an answer to a question of each level earns. */
const fullPoints: Readonly<Record<Level, number>> = { 1: 10, 2: 15, 3: 20 };

/** Board points of a score (0..1) on a question of a level; whole numbers, so that equal work ties. */
export function pointsFor(score: number, level: Level): number {
  return Math.round(score * fullPoints[level]);
}
