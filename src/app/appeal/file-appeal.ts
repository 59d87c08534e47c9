import { type Appeal, checkQuote } from '../../core/review/appeal.ts';
import type { CommandContext } from '../commands/command.ts';

/** Outcome of {@link fileAppeal}. */
export type FileOutcome =
  | { readonly kind: 'filed'; readonly appeal: Appeal }
  | { readonly kind: 'no-attempt' | 'not-missed' | 'already-filed' | 'not-in-answer' | 'wrong-length' };

/** Files a person's claim that words of their latest answer in a round make a point that was missed. */
export async function fileAppeal(
  { tx, services, incoming, nowMs }: CommandContext,
  roundId: string,
  pointId: string,
  quoted: string,
): Promise<FileOutcome> {
  const { person, conversation } = incoming;
  const attempt = await tx.attempts.findLatest({ roundId }, person.id);
  if (attempt === undefined) return { kind: 'no-attempt' };
  const point = attempt.grade.points.find(({ id }) => id === pointId);
  if (point === undefined || point.credit === 1) return { kind: 'not-missed' };
  if (await tx.appeals.has(attempt.id, pointId)) return { kind: 'already-filed' };
  const quote = checkQuote(attempt.answer, quoted);
  if (quote.kind !== 'quote') return quote;
  const appeal: Appeal = {
    id: services.createId(),
    groupId: attempt.groupId,
    conversationId: conversation.id,
    personId: person.id,
    personName: person.name,
    attemptId: attempt.id,
    questionId: attempt.questionId,
    pointId,
    slots: point.slots.filter(({ state }) => state !== 'hit').map(({ index }) => index),
    words: quote.words,
    filedMs: nowMs,
    state: { kind: 'waiting' },
  };
  await tx.appeals.file(appeal);
  return { kind: 'filed', appeal };
}
