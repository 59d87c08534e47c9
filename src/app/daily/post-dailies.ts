import { latestSlot, nextSlots, type Slot } from '../../core/schedule/schedule.ts';
import type { Services, Voice } from '../commands/command.ts';
import { messages } from '../messages/index.ts';
import type { Log } from '../ports/log.ts';
import type { Daily, Store, StoreTransaction } from '../ports/store.ts';
import { questionOf } from '../quiz/present-quiz.ts';
import type { Reply } from '../reply.ts';
import { openDaily } from './open-daily.ts';
import { dailyQuestionReply, revealReply } from './present-daily.ts';

/** How late a daily question may still be posted after downtime; once, for the latest slot only. */
const catchUpMs = 6 * 3_600_000;
/** A post later than this says that it is late. */
const punctualMs = 5 * 60_000;

/**
 * Opens every daily question that is due and puts its post into the outbox, one transaction per group:
 * what goes wrong in one group never keeps another waiting. Safe to run twice, at any time, in several processes.
 */
export async function postDueDailies(
  services: Services,
  store: Store,
  log: Log,
  nowMs: number,
): Promise<void> {
  const due = await store.transaction((tx) => tx.dailies.due(nowMs));
  for (const { groupId } of due) {
    try {
      await store.transaction((tx) => postDaily(services, tx, groupId, nowMs));
    } catch (fault) {
      log.error('daily-failed', fault, { group: groupId });
    }
  }
}

async function postDaily(
  services: Services,
  tx: StoreTransaction,
  groupId: string,
  nowMs: number,
): Promise<void> {
  const daily = await tx.dailies.find(groupId);
  // Another process may have been here since the list was made.
  if (daily === undefined || daily.state.kind === 'paused' || daily.nextDueMs > nowMs) return;
  const slot = latestSlot(daily.schedule, daily.nextDueMs - 1, nowMs);
  if (slot !== undefined && nowMs - slot.atMs <= catchUpMs) await postSlot(services, tx, daily, slot, nowMs);
  const [next] = nextSlots(daily.schedule, nowMs, 1);
  if (next !== undefined) await tx.dailies.save({ ...daily, nextDueMs: next.atMs });
}

async function postSlot(
  services: Services,
  tx: StoreTransaction,
  { groupId, conversationId, manner }: Daily,
  slot: Slot,
  nowMs: number,
): Promise<void> {
  const voice = await groupVoice(tx, groupId);
  const opened = await openDaily(services, tx, { groupId, conversationId, date: slot.date, nowMs });
  // Someone may have asked for the day's question before its time; then that one is posted.
  const round = opened?.round ?? (await tx.rounds.findDaily(groupId, slot.date));
  if (round === undefined) return;
  const reveal = await revealOf(services, tx, voice, opened?.previous?.id);
  const question = dailyQuestionReply(services, voice, round, questionOf(services, round.questionId));
  const late: Reply['blocks'] =
    nowMs - slot.atMs > punctualMs ? [{ kind: 'note', text: voice.words.daily.lateNote }] : [];
  await tx.outbox.enqueue({
    key: `daily:${groupId}:${slot.date}`,
    groupId,
    conversationId,
    manner,
    replies: [...reveal, { ...question, blocks: [...late, ...question.blocks] }],
    dueMs: nowMs,
  });
}

async function revealOf(
  services: Services,
  tx: StoreTransaction,
  voice: Voice,
  roundId: string | undefined,
): Promise<readonly Reply[]> {
  const round = roundId === undefined ? undefined : await tx.rounds.find(roundId);
  const question = services.bank.questions.find(({ id }) => id === round?.questionId);
  // A question that has left the bank has nothing to reveal; the new one is posted all the same.
  if (round === undefined || question === undefined) return [];
  return [revealReply(voice, round, question, await tx.attempts.firstOfRound(round.id))];
}

async function groupVoice(tx: StoreTransaction, groupId: string): Promise<Voice> {
  const language = (await tx.groups.find(groupId))?.language ?? 'en';
  return { language, words: messages[language] };
}
