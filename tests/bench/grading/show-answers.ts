import type { Grade } from '../../../src/core/grading/grade.ts';
import { createReferenceGrader } from '../../../src/core/grading/reference/reference-grader.ts';
import type { AnswerSet, BenchAnswer } from './answer-set.ts';
import { mapScores } from './measure.ts';

/** A marked answer, as the grader sees it. */
export interface SeenAnswer {
  readonly answer: BenchAnswer;
  readonly grade: Grade;
  /** The score on the scale of the set's marks, learned from its other questions; the score itself where there are none. */
  readonly mapped: number;
}

/** Every answer to an open question of a set with its grade, in order; blank ones have nothing to show. */
export function seeAnswers(set: AnswerSet): readonly SeenAnswer[] {
  const grader = createReferenceGrader(set.questions);
  const graded = set.answers
    .filter(({ question }) => question.openEnded)
    .flatMap((answer) => {
      const grade = grader(answer.question.qid, answer.text);
      return grade === undefined ? [] : [{ answer, grade }];
    });
  const mapped = mapScores(
    graded.map(({ answer }) => answer),
    graded.map(({ grade }) => grade.score),
  );
  return graded
    .map((each, at) => ({ ...each, mapped: mapped[at] ?? each.grade.score }))
    .filter(({ grade }) => !grade.flags.includes('blank'));
}

const disagreement = ({ answer, mapped }: SeenAnswer) => Math.abs(mapped - answer.mark);

/** The answers on which the marker and the mapped score disagree most, one of each question so that none fills the list. */
export function worstOf(seen: readonly SeenAnswer[], count: number): readonly SeenAnswer[] {
  const questions = new Set<string>();
  return seen
    .toSorted((a, b) => disagreement(b) - disagreement(a))
    .filter(({ answer: { question } }) => {
      const isNew = !questions.has(question.qid);
      questions.add(question.qid);
      return isNew;
    })
    .slice(0, count);
}

/** Answers from all over a set, evenly apart. */
export function spreadOf(seen: readonly SeenAnswer[], count: number): readonly SeenAnswer[] {
  const step = seen.length / count;
  return Array.from(
    { length: Math.min(count, seen.length) },
    (_, at) => seen[Math.floor((at + 0.5) * step)],
  ).filter((each) => each !== undefined);
}

/** One answer in full: question, references, marks, and the answer with the evidence in brackets. */
export function showAnswer({ answer, grade, mapped }: SeenAnswer): string {
  const { question, mark, id, text, label } = answer;
  const marks = [
    `marker ${mark.toFixed(2)}`,
    `score ${grade.score.toFixed(2)}`,
    `mapped ${mapped.toFixed(2)}`,
  ];
  return [
    `${id} of ${question.qid}: ${[...(label === undefined ? [] : [label]), ...marks, ...grade.flags].join(', ')}`,
    `  question   ${inOneLine(question.question)}`,
    ...question.reference.map((reference) => `  reference  ${inOneLine(reference)}`),
    ...(question.rubric === undefined ? [] : [`  rubric     ${inOneLine(question.rubric)}`]),
    `  answer     ${inOneLine(bracketed(text, grade))}`,
    ...grade.points.map((point) => {
      const slots = point.slots.map(({ state, evidence }) =>
        evidence === undefined ? '–' : `${evidence.text}${state === 'contradicted' ? ' (denied)' : ''}`,
      );
      return `  ${point.id.padEnd(10)} ${point.credit.toFixed(2)}  ${slots.join(' | ')}`;
    }),
  ].join('\n');
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The answer with the evidence of all its points in brackets; evidence that overlaps is one stretch. */
function bracketed(text: string, { points }: Grade): string {
  const spans = points
    .flatMap(({ evidence }) => evidence)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let shown = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    shown += `${text.slice(at, from)}[${text.slice(from, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}
