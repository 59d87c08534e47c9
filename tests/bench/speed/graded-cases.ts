import { loadBank } from '../../../src/content/load-bank.ts';
import { createLexicon } from '../../../src/core/grading/lexicon.ts';
import { prepareRubric } from '../../../src/core/grading/prepare-rubric.ts';
import type { PreparedRubric } from '../../../src/core/grading/prepared-rubric.ts';
import type { Question } from '../../../src/core/question/question.ts';

/** A question of the bank, ready to be graded, with its labelled answers. */
export interface GradedCase {
  readonly question: Question;
  readonly rubric: PreparedRubric;
  readonly answers: readonly string[];
}

/** Every question of the bank. */
export async function gradedCases(): Promise<readonly GradedCase[]> {
  const outcome = await loadBank('content');
  if (outcome.kind === 'problems') throw new Error('the bank has problems; see npm run coach -- check');
  const { bank, labelled } = outcome;
  const lexicon = createLexicon(bank);
  return bank.questions.map((question) => ({
    question,
    rubric: prepareRubric(question, lexicon),
    answers: (labelled.get(question.id) ?? []).map(({ answer }) => answer),
  }));
}
