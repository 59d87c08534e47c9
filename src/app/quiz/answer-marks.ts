import type { Evidence, Grade } from '../../core/grading/grade.ts';
import type { Question } from '../../core/question/question.ts';
import type { Voice } from '../commands/command.ts';
import type { Mark } from '../reply.ts';

/** What a stretch can mean, from the least to the most worth showing where stretches overlap. */
const importance: readonly Mark['as'][] = ['credit', 'contradicted', 'misconception'];

/** The stretches of an answer that earned or broke something, in order and without overlap. */
export function answerMarks(grade: Grade, question: Question, voice: Voice): readonly Mark[] {
  const marks = [...pointMarks(grade, question, voice), ...misconceptionMarks(grade, voice)];
  marks.sort(
    (a, b) => importance.indexOf(b.as) - importance.indexOf(a.as) || a.start - b.start || b.end - a.end,
  );
  const kept: Mark[] = [];
  for (const mark of marks) {
    if (kept.every(({ start, end }) => mark.end <= start || mark.start >= end)) kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function pointMarks(grade: Grade, question: Question, { language }: Voice): readonly Mark[] {
  return grade.points.flatMap((point) => {
    const label = question.rubric.points.find(({ id }) => id === point.id)?.says[language] ?? point.id;
    const contradictions = point.slots.flatMap(({ state, evidence }) =>
      state === 'contradicted' && evidence !== undefined ? [toMark(evidence, 'contradicted', label)] : [],
    );
    return [...point.evidence.map((evidence) => toMark(evidence, 'credit', label)), ...contradictions];
  });
}

function misconceptionMarks(grade: Grade, { words }: Voice): readonly Mark[] {
  return grade.misconceptions.flatMap(({ evidence }) =>
    evidence.map((each) => toMark(each, 'misconception', words.verdict.correctedBelow)),
  );
}

function toMark({ start, end }: Evidence, as: Mark['as'], label: string): Mark {
  return { start, end, as, label };
}
