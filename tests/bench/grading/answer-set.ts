import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readQuestionLine } from '../../../src/core/grading/reference/read-question-line.ts';
import type { QuestionLine } from '../../../src/core/grading/reference/reference-grader.ts';
import { type AnswerLine, readAnswerLine } from './answer-line.ts';

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
  /** The same by each marker; empty where only one mark is known. */
  readonly markers: readonly number[];
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
      .replace(/^\ufeff/, '')
      .split('\n')
      .flatMap((text, index): readonly Line[] => {
        if (text.trim() === '') return [];
        const line = parseObject(text);
        if (line === undefined) problems.push(`${basename(file)}:${index + 1} is no JSON object`);
        return line === undefined ? [] : [line];
      }),
  );
}

function parseObject(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // What is an object and no list has fields, whatever they hold.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
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
  const lines = linesOf(folder, 'answers', problems).map(readAnswerLine);
  const highest = Math.max(1, ...lines.map(({ score }) => score ?? 0));
  const answers = lines.flatMap((line, index): readonly BenchAnswer[] => {
    const question = questions.get(line.qid);
    const max = maxima.get(line.qid) ?? highest;
    const mark = markOf(line, max);
    if (question === undefined || mark === undefined) {
      problems.push(
        `answer ${index + 1} has ${question === undefined ? 'no known question' : 'neither score nor label'}`,
      );
      return [];
    }
    const markers = line.scores.map((score) => shareOf(score, max));
    return [{ id: line.id ?? String(index), question, text: line.text, mark, markers, label: line.label }];
  });
  return { name: basename(folder), questions: [...questions.values()], answers, problems };
}

function markOf({ score, label }: AnswerLine, max: number): number | undefined {
  if (score !== undefined) return shareOf(score, max);
  return label === undefined ? undefined : label === 'correct' ? 1 : 0;
}

const shareOf = (score: number, max: number) => Math.min(1, Math.max(0, score / max));
