import { loadBank } from '../../../../src/content/load-bank.ts';
import type { Grade } from '../../../../src/core/grading/grade.ts';
import { gradeAnswer } from '../../../../src/core/grading/grade-answer.ts';
import { createLexicon } from '../../../../src/core/grading/lexicon.ts';
import { prepareRubric } from '../../../../src/core/grading/prepare-rubric.ts';
import type { QuestionBank } from '../../../../src/core/question/bank.ts';
import { type Language, languages } from '../../../../src/core/question/language.ts';
import type { Question, Sample } from '../../../../src/core/question/question.ts';

async function loadContent() {
  const outcome = await loadBank('content');
  if (outcome.kind === 'problems') throw new Error(`the bank has ${outcome.problems.length} problems`);
  return outcome;
}

const content = await loadContent();

/** The bank of this repository. */
export const bank: QuestionBank = content.bank;

/** Its labelled answers, each with its question. */
export const labelledAnswers: readonly { readonly question: Question; readonly sample: Sample }[] =
  bank.questions.flatMap((question) =>
    (content.labelled.get(question.id) ?? []).map((sample) => ({ question, sample })),
  );

/** The samples that the questions themselves bring, each with its question. */
export const ownSamples = bank.questions.flatMap((question) =>
  question.samples.map((sample) => ({ question, sample })),
);

const lexicon = createLexicon(bank);
const prepared = new Map(bank.questions.map((question) => [question.id, prepareRubric(question, lexicon)]));

/** Grades an answer to a question of the bank. */
export function gradeOn({ id }: Question, answer: string): Grade {
  const rubric = prepared.get(id);
  if (rubric === undefined) throw new Error(`${id} is not in the bank`);
  return gradeAnswer(rubric, answer);
}

/** Every question with its model answer in every language, for tables of tests. */
export const modelAnswers: readonly (readonly [
  id: string,
  language: Language,
  question: Question,
  answer: string,
])[] = bank.questions.flatMap((question) =>
  languages.map((language) => [question.id, language, question, question.modelAnswer[language]] as const),
);

/** The model answers of the whole bank in one language. */
export const answersIn = (language: Language) =>
  bank.questions.map(({ modelAnswer }) => modelAnswer[language]);

/** What each point earned, by id. */
export const creditsOf = ({ points }: Grade): Readonly<Record<string, number>> =>
  Object.fromEntries(points.map(({ id, credit }) => [id, credit]));
