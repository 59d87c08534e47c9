import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readQuestionLine } from '../../../src/core/grading/reference/read-question-line.ts';
import type { QuestionLine } from '../../../src/core/grading/reference/reference-grader.ts';

/** A question of a set, with what the bench alone needs to know. */
export interface BenchQuestion extends QuestionLine {
  readonly openEnded: boolean;
  /** Part of the set it belongs to, where a file holds several. */
  readonly corpus: string | undefined;
  /** The same question in an English set. */
  readonly englishId: string | undefined;
}

/** An answer with the mark people gave it. */
export interface BenchAnswer {
  readonly id: string;
  readonly question: BenchQuestion;
  readonly text: string;
  /** Share of full marks, 0..1. */
  readonly mark: number;
  readonly label: string | undefined;
}

/** A folder of questions and marked answers. */
export interface AnswerSet {
  readonly name: string;
  readonly questions: readonly BenchQuestion[];
  readonly answers: readonly BenchAnswer[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** The sets in a folder: its sub-folders that hold `questions*.jsonl` and `answers*.jsonl`, or the folder itself. */
export function readAnswerSets(folder: string): readonly AnswerSet[] {
  if (!existsSync(folder)) throw new Error(`${folder}: no such folder; --data wants a folder of sets`);
  const folders = isSet(folder)
    ? [folder]
    : readdirSync(folder)
        .toSorted()
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isDirectory() && isSet(path));
  if (folders.length === 0)
    throw new Error(`${folder}: holds no questions*.jsonl with answers*.jsonl beside it`);
  return folders.map(readAnswerSet);
}

const isSet = (folder: string) =>
  filesOf(folder, 'questions').length > 0 && filesOf(folder, 'answers').length > 0;

const filesOf = (folder: string, what: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(what) && name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(folder, name));

type Line = Readonly<Record<string, unknown>>;

function linesOf(folder: string, what: string, problems: string[]): readonly Line[] {
  return filesOf(folder, what).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index): readonly Line[] => {
        if (text.trim() === '') return [];
        try {
          // A line that is no object fails the checks of its fields below.
          return [JSON.parse(text) as Line];
        } catch {
          problems.push(`${basename(file)}:${index + 1} is no JSON`);
          return [];
        }
      }),
  );
}

function readAnswerSet(folder: string): AnswerSet {
  const problems: string[] = [];
  const questionLines = linesOf(folder, 'questions', problems);
  const questions = new Map<string, BenchQuestion>();
  const maxima = new Map<string, number>();
  for (const line of questionLines) {
    const outcome = readQuestionLine(line);
    if (outcome.kind === 'unusable') {
      problems.push(`a question ${outcome.problem}`);
      continue;
    }
    const { question } = outcome;
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
    questions.set(question.qid, {
      ...question,
      openEnded: line.open_ended !== false,
      corpus: text(line.corpus),
      englishId: line.en_qid === undefined || line.en_qid === null ? undefined : String(line.en_qid),
    });
    if (typeof line.max === 'number' && line.max > 0) maxima.set(question.qid, line.max);
  }
  const answerLines = linesOf(folder, 'answers', problems);
  const highest = Math.max(1, ...answerLines.map(({ score }) => (typeof score === 'number' ? score : 0)));
  const answers = answerLines.flatMap((line, index): readonly BenchAnswer[] => {
    const question = questions.get(String(line.qid));
    const label = typeof line.label === 'string' ? line.label : undefined;
    const mark = markOf(line, label, maxima.get(String(line.qid)) ?? highest);
    if (question === undefined || mark === undefined) {
      problems.push(
        `answer ${index + 1} has ${question === undefined ? 'no known question' : 'neither score nor label'}`,
      );
      return [];
    }
    const text =
      typeof line.answer === 'string'
        ? line.answer
        : line.answer === undefined || line.answer === null
          ? ''
          : String(line.answer);
    return [{ id: String(line.id ?? index), question, text, mark, label }];
  });
  return { name: basename(folder), questions: [...questions.values()], answers, problems };
}

function markOf({ score }: Line, label: string | undefined, max: number): number | undefined {
  if (typeof score === 'number' && Number.isFinite(score)) return Math.min(1, Math.max(0, score / max));
  return label === undefined ? undefined : label.toLowerCase() === 'correct' ? 1 : 0;
}
