/** A learner's claim that some of their words make a point which the grader missed. */
export interface Appeal {
  readonly id: string;
  readonly groupId: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly attemptId: string;
  readonly questionId: string;
  readonly pointId: string;
  /** The slots of the point that were not filled; accepted words fill them. */
  readonly slots: readonly number[];
  /** The learner's own words, a stretch of the answer. */
  readonly words: string;
  readonly filedMs: number;
  readonly state: AppealState;
}

/** Where an appeal stands. Only an accepted one has an effect on grading, in its group alone. */
export type AppealState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'accepted'; readonly by: string; readonly atMs: number }
  | { readonly kind: 'rejected'; readonly by: string; readonly atMs: number; readonly reason: string }
  | { readonly kind: 'undone'; readonly by: string; readonly atMs: number };

/** Fewest and most characters that an appeal may quote: a letter would match anything, a paragraph only itself. */
export const quoteLength = { low: 2, high: 120 };

/** Outcome of {@link checkQuote}. */
export type QuoteOutcome =
  | { readonly kind: 'quote'; readonly words: string }
  | { readonly kind: 'not-in-answer' }
  | { readonly kind: 'wrong-length' };

/** Whether quoted words are a usable stretch of an answer; case and spacing may differ. */
export function checkQuote(answer: string, quoted: string): QuoteOutcome {
  const words = quoted
    .trim()
    .replace(/^["“「『]+|["”」』]+$/g, '')
    .trim();
  if (words.length < quoteLength.low || words.length > quoteLength.high) return { kind: 'wrong-length' };
  return folded(answer).includes(folded(words)) ? { kind: 'quote', words } : { kind: 'not-in-answer' };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
