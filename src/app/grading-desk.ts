import { gradeAnswer } from '../core/grading/grade-answer.ts';
import { createLexicon, type Lexicon } from '../core/grading/lexicon.ts';
import { prepareRubric } from '../core/grading/prepare-rubric.ts';
import type { PreparedRubric } from '../core/grading/prepared-rubric.ts';
import type { QuestionBank } from '../core/question/bank.ts';
import type { Question } from '../core/question/question.ts';
import type { Services } from './commands/command.ts';

/** Grades answers to a bank's questions; a rubric is prepared when it is first needed, and kept. */
export function createGradingDesk(bank: QuestionBank): Services['grade'] {
  const prepared = new Map<string, PreparedRubric>();
  let lexicon: Lexicon | undefined;
  return (question: Question, answer: string, probes?: readonly string[]) => {
    const key = [question.id, ...(probes ?? [])].join(' ');
    const known = prepared.get(key);
    if (known !== undefined) return gradeAnswer(known, answer);
    lexicon ??= createLexicon(bank);
    const rubric = prepareRubric(question, lexicon, probes === undefined ? {} : { probes });
    prepared.set(key, rubric);
    return gradeAnswer(rubric, answer);
  };
}
