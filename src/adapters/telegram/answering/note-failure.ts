import { type Address, idOf, isPrivateChat } from '../address.ts';
import type { Failure } from '../api/failure.ts';
import type { Desk } from '../desk.ts';
import { notePrivate } from './private-chat.ts';

/** A chat that is closed to us counts as left: nothing more is sent there until it speaks to us again. */
export async function noteFailure(
  desk: Desk,
  { chatId }: Address,
  failure: Failure | undefined,
): Promise<void> {
  if (failure?.kind !== 'gone' && failure?.kind !== 'never-met') return;
  desk.present.delete(chatId);
  if (isPrivateChat(chatId)) await notePrivate(desk, chatId, 'closed');
  await desk.store.transaction((tx) => tx.groups.markLeft(idOf(chatId), desk.clock.nowMs()));
  desk.log.info('telegram-left', { chat: chatId });
}
