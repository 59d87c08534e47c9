import type { Action, Conversation } from '../../../app/incoming.ts';
import { chatIdOf } from '../address.ts';
import type { Desk } from '../desk.ts';
import { actionOf } from './read-command.ts';

/**
 * Whether someone moderates a group, as Telegram says at this moment; a bot may ask for the list without any right.
 * Undefined when Telegram cannot be asked: nobody is then told that they are no moderator.
 */
export async function isModeratorOf(
  { api, log }: Desk,
  chatId: number,
  userId: number,
): Promise<boolean | undefined> {
  const outcome = await api.call('getChatAdministrators', { chat_id: chatId });
  if (outcome.kind === 'done') return outcome.result.some(({ user }) => user.id === userId);
  log.warn('telegram-moderators-unknown', { chat: chatId, why: outcome.failure.kind });
  return outcome.failure.kind === 'gone' ? false : undefined;
}

/** Whether someone may do this as a moderator; asked only where it matters, because it is a call to Telegram. */
export async function mayModerate(
  desk: Desk,
  action: Action,
  { groupId }: Conversation,
  userId: number,
): Promise<boolean | undefined> {
  if (actionOf(action, desk.commands)?.isForModerators !== true) return false;
  const chatId = chatIdOf(groupId);
  // In a talk of one's own there is nobody to ask.
  if (chatId === undefined || chatId === userId) return true;
  return isModeratorOf(desk, chatId, userId);
}
