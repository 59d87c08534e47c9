import type { Grade } from '../../src/core/grading/grade.ts';
import { gradeAnswer } from '../../src/core/grading/grade-answer.ts';
import { createLexicon } from '../../src/core/grading/lexicon.ts';
import { prepareRubric } from '../../src/core/grading/prepare-rubric.ts';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import type { Question } from '../../src/core/question/question.ts';

/** The real grader for the questions of a bank, each rubric prepared once. */
export function graderOf(bank: QuestionBank): (question: Question, answer: string) => Grade {
  const lexicon = createLexicon(bank);
  const rubrics = new Map(bank.questions.map((question) => [question.id, prepareRubric(question, lexicon)]));
  return (question, answer) => {
    const rubric = rubrics.get(question.id);
    if (rubric === undefined) throw new Error(`${question.id} is not in the bank`);
    return gradeAnswer(rubric, answer);
  };
}
