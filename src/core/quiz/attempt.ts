import type { Grade } from '../grading/grade.ts';

/** One answer of one person in one round, with its grade. */
export interface Attempt {
  readonly id: string;
  readonly roundId: string;
  readonly groupId: string;
  readonly personId: string;
  readonly questionId: string;
  /** 1 for the person's first answer in the round. */
  readonly ordinal: number;
  readonly answer: string;
  readonly grade: Grade;
  readonly atMs: number;
}

/** Points an attempt brought to a board. Only the first attempt of a daily round brings any. */
export interface ScoreEvent {
  readonly attemptId: string;
  readonly roundId: string;
  readonly groupId: string;
  readonly personId: string;
  readonly questionId: string;
  readonly kind: 'quiz' | 'daily';
  /** Whether it may bring points at all; practice never does, whatever its score. */
  readonly counts: boolean;
  readonly points: number;
  /** Score of the attempt, 0..1. */
  readonly score: number;
  readonly atMs: number;
}
