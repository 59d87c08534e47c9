import { countingHits } from './counting-hits.ts';
import { type Hit, hitsByClaim } from './find-hits.ts';
import { findMisconception } from './find-misconceptions.ts';
import { type Band, type Flag, type FoundMisconception, flags as flagOrder, type Grade } from './grade.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import { gradeCoverage } from './reference/grade-coverage.ts';
import { round4 } from './round.ts';
import { gradePoints, type Scored } from './score-points.ts';
import { unstuff } from './stuffing.ts';
import { readUnits } from './text/read-units.ts';
import { isUnmatched } from './unmatched.ts';

/** Longest answer that is read, in UTF-16 code units. */
export const answerLimit = 4000;

/** From the first cut on an answer is "partly there", from the second on "solid". */
const bandCuts = { partial: 0.4, solid: 0.75 };

/**
 * Grades an answer against a prepared rubric: pure, and the same bytes for the same input. Takes time linear in the
 * length of the answer, of which the first {@link answerLimit} code units are read.
 *
 * Under a rubric from references the points are those of the reference that the answer covers best.
 */
export function gradeAnswer(rubric: PreparedRubric, answer: string): Grade {
  const text = cut(answer);
  const units = readUnits(text);
  const flags = new Set<Flag>(text.length < answer.length ? ['cut'] : []);
  const hits = countingHits(rubric, units, flags);
  const read = readAnswer(text, units);
  const ofMisconception = hitsByClaim(hits, rubric.points.length, rubric.misconceptions.length);
  const misconceptions = rubric.misconceptions.flatMap(
    (each, index) => findMisconception(each, ofMisconception[index] ?? [], read, rubric.terms) ?? [],
  );
  const scorer = (counted: readonly Hit[]) => scoreHits(rubric, counted, read, misconceptions);
  const scored = scorer(hits);
  if (scored.saysBoth) flags.add('self-contradiction');
  const unstuffed = unstuff(rubric, scored, hits, scorer, read, flags);
  const score = round4(Math.min(unstuffed, ...misconceptions.map(({ cap }) => cap)));
  // Whoever says the opposite of a point has been understood.
  const isUnderstood =
    misconceptions.length > 0 || scored.points.some(({ reason }) => reason === 'contradicted');
  if (!isUnderstood && isUnmatched(rubric, units, hits, score)) flags.add('unmatched');
  return {
    score,
    band: bandOf(score),
    points: scored.points,
    misconceptions,
    flags: flagOrder.filter((flag) => flags.has(flag)),
  };
}

function scoreHits(
  rubric: PreparedRubric,
  hits: readonly Hit[],
  answer: ReadAnswer,
  misconceptions: readonly FoundMisconception[],
): Scored {
  return rubric.coverage === undefined
    ? gradePoints(rubric, hits, answer, misconceptions)
    : { ...gradeCoverage(rubric, rubric.coverage, hits, answer), saysBoth: false };
}

const bandOf = (score: number): Band =>
  score >= bandCuts.solid ? 'solid' : score >= bandCuts.partial ? 'partial' : 'missed';

/** The part of an answer that is read; a surrogate pair is not torn apart. */
function cut(answer: string): string {
  if (answer.length <= answerLimit) return answer;
  const torn = /[\ud800-\udbff]/.test(answer.charAt(answerLimit - 1));
  return answer.slice(0, torn ? answerLimit - 1 : answerLimit);
}
