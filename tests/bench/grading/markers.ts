import { createReferenceGrader } from '../../../src/core/grading/reference/reference-grader.ts';
import type { AnswerSet } from './answer-set.ts';
import { pearson } from './statistics.ts';

/** How well two people agree who marked the same answers, and we with each of them. */
export interface MarkerAgreement {
  readonly name: string;
  readonly answers: number;
  /** Pearson's r between the two. */
  readonly between: number;
  readonly oursWithFirst: number;
  readonly oursWithSecond: number;
}

/** For a set that two people marked: the agreement a grader may hope for, over its open questions. */
export function measureMarkers(set: AnswerSet): MarkerAgreement | undefined {
  const twice = set.answers.filter(({ markers, question }) => markers.length === 2 && question.openEnded);
  if (twice.length === 0) return undefined;
  const grader = createReferenceGrader(set.questions);
  const ours = twice.map(({ question, text }) => grader(question.qid, text)?.score ?? 0);
  const [first, second] = [0, 1].map((at) => twice.map(({ markers }) => markers[at] ?? 0));
  if (first === undefined || second === undefined) return undefined;
  return {
    name: set.name,
    answers: twice.length,
    between: pearson(first, second),
    oursWithFirst: pearson(ours, first),
    oursWithSecond: pearson(ours, second),
  };
}
