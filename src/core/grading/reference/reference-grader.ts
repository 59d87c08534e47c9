import type { Concept, QuestionBank } from '../../question/bank.ts';
import type { Language } from '../../question/language.ts';
import type { Question } from '../../question/question.ts';
import type { Grade } from '../grade.ts';
import { gradeAnswer } from '../grade-answer.ts';
import { createLexicon } from '../lexicon.ts';
import { prepareRubric } from '../prepare-rubric.ts';
import type { PreparedRubric } from '../prepared-rubric.ts';
import { deriveRubric } from './derive-rubric.ts';

/** A question of other people's data, as one line of `questions.jsonl` holds it. */
export interface QuestionLine {
  readonly qid: string;
  readonly lang: Language;
  readonly question: string;
  readonly reference: readonly string[];
  /** A marking scheme as text; where it is one, it takes the place of the references. */
  readonly rubric?: string;
}

/** Grades an answer to one of the questions it was made for; undefined for a question it does not know. */
export type ReferenceGrader = (qid: string, answer: string) => Grade | undefined;

/**
 * A grader for questions that come with reference answers instead of rubrics. The vocabulary is that of the questions
 * and references themselves, and of `concepts`, whose aliases then count as one. Pure; rubrics are prepared on first
 * use.
 */
export function createReferenceGrader(
  questions: readonly QuestionLine[],
  concepts: readonly Concept[] = [],
): ReferenceGrader {
  const lexicon = createLexicon(bankOf(questions, concepts));
  const byId = new Map(questions.map((question) => [question.qid, question]));
  const prepared = new Map<string, PreparedRubric>();
  return (qid, answer) => {
    const question = byId.get(qid);
    if (question === undefined) return undefined;
    const { lang, reference, rubric } = question;
    const asked = { id: qid, text: question.question, ...(rubric === undefined ? {} : { rubric }) };
    const ready = prepared.get(qid) ?? prepareRubric(deriveRubric(asked, reference, lang, lexicon), lexicon);
    prepared.set(qid, ready);
    return gradeAnswer(ready, answer);
  };
}

/** The questions as a bank without rubrics, which is all a lexicon needs. */
function bankOf(questions: readonly QuestionLine[], concepts: readonly Concept[]): QuestionBank {
  return {
    concepts,
    topics: [],
    questions: questions.map(({ qid, lang, question, reference }): Question => {
      const inLanguage = (text: string) => ({ zh: lang === 'zh' ? text : '', en: lang === 'en' ? text : '' });
      return {
        id: qid,
        topic: '',
        level: 1,
        origin: '',
        prompt: inLanguage(question),
        modelAnswer: inLanguage(reference.join('\n')),
        rubric: { style: 'explanation', points: [], misconceptions: [] },
        hints: [],
        followUps: [],
        sources: [],
        samples: [],
      };
    }),
  };
}
