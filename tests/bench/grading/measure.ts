import type { BenchAnswer } from './answer-set.ts';
import { fitIsotonic, type IsotonicMap } from './isotonic.ts';
import { auc, mean, pearson, quadraticKappa, rmse, spearman } from './statistics.ts';

/** How well one grader agrees with people on one set. */
export interface Agreement {
  /** Over all answers of the set together. */
  readonly pearson: number;
  readonly spearman: number;
  /** Mean over questions with 5 answers and varying marks; a grader that does not vary counts 0. */
  readonly pearsonInQuestion: number;
  /** After an isotonic map fitted on other questions, shares of full marks; NaN where there is none to learn from. */
  readonly rmseMapped: number;
  readonly kappaMapped: number;
  /** Of the scores as they are. */
  readonly kappaRaw: number;
  /** For sets with labels. */
  readonly labels?: LabelAgreement;
}

/** Agreement with the labels correct, incorrect and contradictory. */
export interface LabelAgreement {
  /** Correct against not, by the mapped score; NaN without a map. */
  readonly accuracy: number;
  readonly aucCorrectVsContradictory: number;
  readonly aucCorrectVsIncorrect: number;
}

/** Answers and scores from which a map may be learned. */
export interface FitData {
  readonly scores: readonly number[];
  readonly marks: readonly number[];
}

/** Measures a grader's scores for the answers of a set. Without `fit` the map is learned leaving each question out. */
export function measure(
  answers: readonly BenchAnswer[],
  scores: readonly number[],
  fit?: FitData,
): Agreement {
  const marks = answers.map(({ mark }) => mark);
  const mapped = mapScores(answers, scores, fit);
  const isMapped = mapped.length > 0;
  const labelled = answers.some(({ label }) => label !== undefined);
  return {
    pearson: pearson(scores, marks),
    spearman: spearman(scores, marks),
    pearsonInQuestion: pearsonInQuestion(answers, scores),
    rmseMapped: isMapped ? rmse(mapped, marks) : Number.NaN,
    kappaMapped: isMapped ? quadraticKappa(mapped, marks) : Number.NaN,
    kappaRaw: quadraticKappa(scores, marks),
    ...(labelled ? { labels: measureLabels(answers, scores, mapped) } : {}),
  };
}

/** The scores on the scale of the marks; none where there is nothing to learn it from. */
export const mapScores = (
  answers: readonly BenchAnswer[],
  scores: readonly number[],
  fit?: FitData,
): readonly number[] =>
  fit === undefined ? leaveQuestionOut(answers, scores) : scores.map(fitIsotonic(fit.scores, fit.marks));

const fewestAnswers = 5;

/** Positions of the answers to each question. */
function byQuestion(answers: readonly BenchAnswer[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  answers.forEach(({ question }, index) => {
    const known = positions.get(question.qid);
    if (known === undefined) positions.set(question.qid, [index]);
    else known.push(index);
  });
  return positions;
}

function pearsonInQuestion(answers: readonly BenchAnswer[], scores: readonly number[]): number {
  const correlations = [...byQuestion(answers).values()].flatMap((positions) => {
    const marks = positions.map((at) => answers[at]?.mark ?? 0);
    if (positions.length < fewestAnswers || new Set(marks).size < 2) return [];
    return [
      pearson(
        positions.map((at) => scores[at] ?? 0),
        marks,
      ),
    ];
  });
  return mean(correlations);
}

/** Each score as a map learned from all other questions' answers reads it; nothing where there is no other question. */
function leaveQuestionOut(answers: readonly BenchAnswer[], scores: readonly number[]): readonly number[] {
  const groups = byQuestion(answers);
  if (groups.size < 2) return [];
  const maps = new Map<string, IsotonicMap>();
  for (const qid of groups.keys()) {
    const others = answers.flatMap(({ question }, at) => (question.qid === qid ? [] : [at]));
    maps.set(
      qid,
      fitIsotonic(
        others.map((at) => scores[at] ?? 0),
        others.map((at) => answers[at]?.mark ?? 0),
      ),
    );
  }
  return answers.map(({ question }, at) => maps.get(question.qid)?.(scores[at] ?? 0) ?? 0);
}

function measureLabels(
  answers: readonly BenchAnswer[],
  scores: readonly number[],
  mapped: readonly number[],
): LabelAgreement {
  const of = (label: string) => scores.filter((_, at) => answers[at]?.label === label);
  const right = answers.filter(({ mark }, at) => (mapped[at] ?? 0) >= 0.5 === mark >= 0.5).length;
  return {
    accuracy: mapped.length === 0 ? Number.NaN : right / answers.length,
    aucCorrectVsContradictory: auc(of('correct'), of('contradictory')),
    aucCorrectVsIncorrect: auc(of('correct'), of('incorrect')),
  };
}
