import type { QuestionLine } from './reference-grader.ts';

/** A line of `questions.jsonl` as read, or what keeps it from being one. */
export type QuestionLineOutcome =
  | { readonly kind: 'question'; readonly question: QuestionLine }
  | { readonly kind: 'unusable'; readonly problem: string };

/**
 * Reads one parsed line of `questions.jsonl`, forgiving what varies between data sets: ids that are numbers, a single
 * reference that is no list, a missing language.
 */
export function readQuestionLine(line: unknown): QuestionLineOutcome {
  if (!isRecord(line)) return { kind: 'unusable', problem: 'is no JSON object' };
  const qid = textOf(line.qid ?? line.id);
  const question = textOf(line.question ?? line.prompt) ?? '';
  const given = line.reference ?? line.references;
  const reference = (Array.isArray(given) ? given : [given]).flatMap((each) => textOf(each) ?? []);
  const rubric = textOf(line.rubric);
  if (qid === undefined) return { kind: 'unusable', problem: 'has no "qid"' };
  if (reference.length === 0 && rubric === undefined) {
    return { kind: 'unusable', problem: `(${qid}) has neither "reference" nor "rubric"` };
  }
  const lang =
    line.lang === 'zh' || line.lang === 'en' ? line.lang : languageOf([question, ...reference].join(' '));
  return {
    kind: 'question',
    question: { qid, lang, question, reference, ...(rubric === undefined ? {} : { rubric }) },
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The language a text is mostly written in; a Chinese character is worth several letters. */
export function languageOf(text: string): QuestionLine['lang'] {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/[a-z]/giu)?.length ?? 0;
  return han * 3 > letters ? 'zh' : 'en';
}
