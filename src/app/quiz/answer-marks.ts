import type { Evidence, Grade } from '../../core/grading/grade.ts';
import type { Language } from '../../core/question/language.ts';
import type { Question } from '../../core/question/question.ts';
import type { Mark } from '../reply.ts';

/** What a stretch can mean, from the least to the most worth showing where stretches overlap. */
const importance: readonly Mark['as'][] = ['credit', 'contradicted', 'misconception'];

/** The stretches of an answer that earned or broke something, in order and without overlap. */
export function answerMarks(grade: Grade, question: Question, language: Language): readonly Mark[] {
  const marks = [...pointMarks(grade, question, language), ...misconceptionMarks(grade, question, language)];
  marks.sort(
    (a, b) => importance.indexOf(b.as) - importance.indexOf(a.as) || a.start - b.start || b.end - a.end,
  );
  const kept: Mark[] = [];
  for (const mark of marks) {
    if (kept.every(({ start, end }) => mark.end <= start || mark.start >= end)) kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function pointMarks(grade: Grade, question: Question, language: Language): readonly Mark[] {
  return grade.points.flatMap((point) => {
    const label = question.rubric.points.find(({ id }) => id === point.id)?.says[language] ?? point.id;
    const contradictions = point.slots.flatMap(({ state, evidence }) =>
      state === 'contradicted' && evidence !== undefined ? [toMark(evidence, 'contradicted', label)] : [],
    );
    return [...point.evidence.map((evidence) => toMark(evidence, 'credit', label)), ...contradictions];
  });
}

function misconceptionMarks(grade: Grade, question: Question, language: Language): readonly Mark[] {
  return grade.misconceptions.flatMap(({ id, evidence }) => {
    const label = question.rubric.misconceptions.find((each) => each.id === id)?.correction[language] ?? id;
    return evidence.map((each) => toMark(each, 'misconception', label));
  });
}

function toMark({ start, end }: Evidence, as: Mark['as'], label: string): Mark {
  return { start, end, as, label };
}
