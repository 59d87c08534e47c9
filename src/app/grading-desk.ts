import { gradeAnswer } from '../core/grading/grade-answer.ts';
import { createLexicon, type Lexicon } from '../core/grading/lexicon.ts';
import { type PrepareOptions, prepareRubric } from '../core/grading/prepare-rubric.ts';
import type { PreparedRubric } from '../core/grading/prepared-rubric.ts';
import type { QuestionBank } from '../core/question/bank.ts';
import type { Question } from '../core/question/question.ts';
import type { Services } from './commands/command.ts';

/** Prepared rubrics kept: every question with its follow-ups, and the overlays of a good many groups. */
const keptRubrics = 1000;

/** Grades answers to a bank's questions; a rubric is prepared when it is first needed, and kept while it is used. */
export function createGradingDesk(bank: QuestionBank): Services['grade'] {
  const kept = new Map<string, PreparedRubric>();
  let lexicon: Lexicon | undefined;
  return (question: Question, answer: string, options: PrepareOptions = {}) => {
    const key = keyOf(question, options);
    lexicon ??= createLexicon(bank);
    const rubric = kept.get(key) ?? prepareRubric(question, lexicon, options);
    // A map keeps the order of insertion, so what was used longest ago comes first.
    kept.delete(key);
    kept.set(key, rubric);
    if (kept.size > keptRubrics) kept.delete(kept.keys().next().value ?? '');
    return gradeAnswer(rubric, answer);
  };
}

function keyOf({ id }: Question, { probes, overlay }: PrepareOptions): string {
  return JSON.stringify([id, probes ?? null, overlay === undefined ? [] : [...overlay]]);
}
