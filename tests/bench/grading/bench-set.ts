import { createHash } from 'node:crypto';
import type { Grade } from '../../../src/core/grading/grade.ts';
import {
  createReferenceGrader,
  type ReferenceGrader,
} from '../../../src/core/grading/reference/reference-grader.ts';
import type { AnswerSet, BenchAnswer } from './answer-set.ts';
import { createBaselines } from './baselines.ts';
import { comparePaired, type PairedDifference } from './bootstrap.ts';
import { type Agreement, type FitData, measure } from './measure.ts';
import { percentile } from './statistics.ts';

/** One set, or a part of one, measured. */
export interface BenchResult {
  readonly name: string;
  readonly answers: number;
  readonly questions: number;
  readonly ours: Agreement;
  readonly baselines: Readonly<Record<string, Agreement>>;
  /** Ours against each baseline, by name. */
  readonly against: Readonly<Record<string, PairedDifference>>;
  /** Time of one grading, warm. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** SHA-256 over the grades as JSON; equal on every machine. */
  readonly gradesSha256: string;
}

/** A part of a set that is measured by itself. */
interface View {
  readonly name: string;
  readonly answers: readonly BenchAnswer[];
}

/** The set by its open-ended questions, by all where that differs, and by corpus where a file holds several. */
function viewsOf({ name, answers }: AnswerSet): readonly View[] {
  const corpora = [...new Set(answers.map(({ question }) => question.corpus))].filter(
    (corpus) => corpus !== undefined,
  );
  const open = answers.filter(({ question }) => question.openEnded);
  return [
    { name, answers: open },
    ...(open.length < answers.length ? [{ name: `${name} (with closed questions)`, answers }] : []),
    ...(corpora.length > 1
      ? corpora.map((corpus) => ({
          name: `${name} / ${corpus}`,
          answers: open.filter(({ question }) => question.corpus === corpus),
        }))
      : []),
  ];
}

/** Measures our grader and the baselines on every view of a set. `fit` holds the sets to learn the mark scale from. */
export function benchSet(set: AnswerSet, fit: readonly AnswerSet[] = []): readonly BenchResult[] {
  const grader = createReferenceGrader(set.questions);
  warm(grader, set.answers);
  const fitSet = fit.find(({ name }) => name === set.name);
  const fitGrader = fitSet === undefined ? undefined : createReferenceGrader(fitSet.questions);
  return viewsOf(set)
    .filter(({ answers }) => answers.length > 0)
    .map((view) => {
      const { grades, timesMs } = gradeAll(grader, view.answers);
      const ours = grades.map(({ score }) => score);
      const baselines = createBaselines(set.questions).map(({ name, score }) => ({
        name,
        scores: view.answers.map(score),
      }));
      const fitScores = (score: (answer: BenchAnswer) => number): FitData | undefined =>
        fitSet && { scores: fitSet.answers.map(score), marks: fitSet.answers.map(({ mark }) => mark) };
      const fitBaselines = fitSet === undefined ? [] : createBaselines(fitSet.questions);
      return {
        name: view.name,
        answers: view.answers.length,
        questions: new Set(view.answers.map(({ question }) => question.qid)).size,
        ours: measure(
          view.answers,
          ours,
          fitScores((answer) => scoreOf(fitGrader, answer)),
        ),
        baselines: Object.fromEntries(
          baselines.map(({ name, scores }) => {
            const same = fitBaselines.find((each) => each.name === name);
            return [name, measure(view.answers, scores, same && fitScores(same.score))];
          }),
        ),
        against: Object.fromEntries(
          baselines.map(({ name, scores }) => [name, comparePaired(view.answers, ours, scores)]),
        ),
        p50Ms: percentile(timesMs, 0.5),
        p99Ms: percentile(timesMs, 0.99),
        gradesSha256: createHash('sha256').update(JSON.stringify(grades)).digest('hex'),
      };
    });
}

const scoreOf = (grader: ReferenceGrader | undefined, { question, text }: BenchAnswer) =>
  grader?.(question.qid, text)?.score ?? 0;

/** Prepares every rubric and lets the engine compile the code before anything is timed. */
function warm(grader: ReferenceGrader, answers: readonly BenchAnswer[]): void {
  for (const { question, text } of answers.slice(0, 2000)) grader(question.qid, text);
}

function gradeAll(grader: ReferenceGrader, answers: readonly BenchAnswer[]) {
  const grades: Grade[] = [];
  const timesMs: number[] = [];
  for (const { question, text } of answers) {
    const startedMs = performance.now();
    const grade = grader(question.qid, text);
    timesMs.push(performance.now() - startedMs);
    if (grade === undefined) throw new Error(`question ${question.qid} is not known to its own set`);
    grades.push(grade);
  }
  return { grades, timesMs };
}
