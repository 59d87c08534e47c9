import { mean } from './statistics.ts';

/** A line of an answer file, as far as it could be read. */
export interface AnswerLine {
  readonly qid: string;
  readonly id: string | undefined;
  /** Empty where nothing was handed in. */
  readonly text: string;
  readonly score: number | undefined;
  /** The score each marker gave, where several did. */
  readonly scores: readonly number[];
  readonly label: string | undefined;
}

/** Reads one parsed line, forgiving what varies: numbers as ids, answers or strings, a mark for each marker. */
export function readAnswerLine(line: Readonly<Record<string, unknown>>): AnswerLine {
  const scores = numbersOf(line.scores);
  const said = line.answer ?? line.text ?? line.response;
  return {
    qid: textOf(line.qid) ?? '',
    id: textOf(line.id),
    text: textOf(said) ?? '',
    score: numberOf(line.score) ?? (scores.length === 0 ? undefined : mean(scores)),
    scores,
    label: typeof line.label === 'string' ? line.label.toLowerCase() : undefined,
  };
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const numbersOf = (values: unknown): readonly number[] =>
  Array.isArray(values) ? values.flatMap((value) => numberOf(value) ?? []) : [];
