import type { Question } from '../../core/question/question.ts';
import { pickQuestion } from '../../core/quiz/pick-question.ts';
import type { Round } from '../../core/quiz/round.ts';
import type { Services } from '../commands/command.ts';
import type { StoreTransaction } from '../ports/store.ts';

/** A daily round just opened, and the one it takes over from. */
export interface OpenedDaily {
  readonly round: Round;
  readonly question: Question;
  readonly previous: Round | undefined;
}

/**
 * Opens a group's daily round of a local date and closes the one before.
 * Undefined when that date's slot was claimed already, so a date has one question whatever crashes or runs twice.
 */
export async function openDaily(
  { bank, chance, createId }: Services,
  tx: StoreTransaction,
  at: {
    readonly groupId: string;
    readonly conversationId: string;
    readonly date: string;
    readonly nowMs: number;
  },
): Promise<OpenedDaily | undefined> {
  const { groupId, conversationId, date, nowMs } = at;
  if (!(await tx.dailies.claimSlot(groupId, date, nowMs))) return undefined;
  const previous = await tx.rounds.findDailyBefore(groupId, date);
  const timesAsked = await tx.rounds.timesAsked({ groupId, kind: 'daily' });
  const question = pickQuestion(bank.questions, timesAsked, chance(), previous?.questionId);
  if (question === undefined) return undefined;
  if (previous !== undefined) await tx.rounds.close(previous.id, nowMs);
  const round: Round = {
    id: createId(),
    groupId,
    conversationId,
    questionId: question.id,
    origin: { kind: 'daily', date },
    openedMs: nowMs,
  };
  await tx.rounds.open(round);
  return { round, question, previous };
}
