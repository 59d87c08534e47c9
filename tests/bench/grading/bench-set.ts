import { createHash } from 'node:crypto';
import type { Grade } from '../../../src/core/grading/grade.ts';
import {
  createReferenceGrader,
  type ReferenceGrader,
} from '../../../src/core/grading/reference/reference-grader.ts';
import type { AnswerSet, BenchAnswer } from './answer-set.ts';
import { type Baseline, createBaselines } from './baselines.ts';
import { comparePaired, type PairedDifference } from './bootstrap.ts';
import { type Agreement, type FitData, measure } from './measure.ts';
import { mean, percentile } from './statistics.ts';

/** One set, or a part of one, measured. */
export interface BenchResult {
  readonly name: string;
  readonly answers: number;
  readonly questions: number;
  readonly ours: Agreement;
  readonly baselines: Readonly<Record<string, Agreement>>;
  /** Ours against each baseline, by name. */
  readonly against: Readonly<Record<string, PairedDifference>>;
  /** Share of the answers with full marks that we take for bags of keywords. */
  readonly fullMarksAsBags: number;
  /** Time of one grading, warm; the middle of five. */
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

/** The set whose marks teach the scale for another: the one of its name, or the only one there is. */
export function fitFor({ name }: AnswerSet, fit: readonly AnswerSet[]): AnswerSet | undefined {
  return fit.find((each) => each.name === name) ?? (fit.length === 1 ? fit[0] : undefined);
}

/** Measures our grader and the baselines on every view of a set. `fit` is the set to learn the mark scale from. */
export function benchSet(set: AnswerSet, fit?: AnswerSet): readonly BenchResult[] {
  const grader = createReferenceGrader(set.questions);
  warm(grader, set.answers);
  const graders = gradersOf(set.questions, grader);
  const fits = fit === undefined ? [] : gradersOf(fit.questions, createReferenceGrader(fit.questions));
  const learned = new Map(fits.map(({ name, score }) => [name, fitData(score, fit?.answers ?? [])]));
  return viewsOf(set)
    .filter(({ answers }) => answers.length > 0)
    .map((view) => {
      const scored = graders.map(({ name, score }) => ({ name, scores: view.answers.map(score) }));
      const [ours, ...baselines] = scored.map(({ name, scores }) => ({
        name,
        scores,
        agreement: measure(view.answers, scores, learned.get(name)),
      }));
      if (ours === undefined) throw new Error('there is no grader to measure');
      return {
        name: view.name,
        answers: view.answers.length,
        questions: new Set(view.answers.map(({ question }) => question.qid)).size,
        ours: ours.agreement,
        baselines: Object.fromEntries(baselines.map(({ name, agreement }) => [name, agreement])),
        against: Object.fromEntries(
          baselines.map(({ name, scores }) => [name, comparePaired(view.answers, ours.scores, scores)]),
        ),
        ...measureGradings(grader, view.answers),
      };
    });
}

/** Our grader first, then the baselines. */
const gradersOf = (questions: AnswerSet['questions'], grader: ReferenceGrader): readonly Baseline[] => [
  { name: 'GradCoach', score: ({ question, text }) => gradeOf(grader, question.qid, text).score },
  ...createBaselines(questions),
];

const fitData = (score: Baseline['score'], answers: readonly BenchAnswer[]): FitData => ({
  scores: answers.map(score),
  marks: answers.map(({ mark }) => mark),
});

function gradeOf(grader: ReferenceGrader, qid: string, text: string): Grade {
  const grade = grader(qid, text);
  if (grade === undefined) throw new Error(`question ${qid} is not known to its own set`);
  return grade;
}

/** Prepares every rubric and lets the engine compile the code before anything is timed. */
function warm(grader: ReferenceGrader, answers: readonly BenchAnswer[]): void {
  for (const { question, text } of answers.slice(0, 2000)) grader(question.qid, text);
}

/** One grading is timed so often; the middle time is that of the grader and not of a machine that looks away. */
const repetitions = 5;

function measureGradings(grader: ReferenceGrader, answers: readonly BenchAnswer[]) {
  const grades = answers.map(({ question, text }) => gradeOf(grader, question.qid, text));
  const timesMs = answers.map(({ question, text }) => {
    const laps = Array.from({ length: repetitions }, () => {
      const startedMs = performance.now();
      grader(question.qid, text);
      return performance.now() - startedMs;
    });
    return percentile(laps, 0.5);
  });
  const full = grades.filter((_, at) => answers[at]?.mark === 1);
  return {
    fullMarksAsBags: mean(full.map(({ flags }) => (flags.includes('keyword-list') ? 1 : 0))),
    p50Ms: percentile(timesMs, 0.5),
    p99Ms: percentile(timesMs, 0.99),
    gradesSha256: createHash('sha256').update(JSON.stringify(grades)).digest('hex'),
  };
}
