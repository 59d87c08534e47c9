import type { Action, Conversation, Place } from '../../../app/incoming.ts';
import type { Language } from '../../../core/question/language.ts';
import { chatIdOf, isPrivateChat } from '../address.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { actionOf } from './read-command.ts';

/** Actions that schedule posts, and so need to know whether posts would arrive. */
const scheduling: readonly string[] = ['daily set', 'daily resume'];

/** Where a group's posts would go when something is scheduled, and what keeps us from posting there. */
export async function findPlace(
  desk: Desk,
  action: Action,
  conversation: Conversation,
  language: Language,
): Promise<Place | undefined> {
  const path = actionOf(action, desk.commands)?.path;
  if (path === undefined || !scheduling.includes(path)) return undefined;
  // Who schedules from a private talk of the group schedules for the group.
  const conversationId = conversation.kind === 'group' ? conversation.id : conversation.groupId;
  const chatId = chatIdOf(conversation.groupId);
  if (chatId === undefined || isPrivateChat(chatId)) return { conversationId, missing: [] };
  const missing = await findMissing(desk, chatId);
  return { conversationId, missing: missing === undefined ? [] : [words[language][missing]] };
}

type Missing = 'groupGone' | 'noRightToWrite';

async function findMissing({ api, bot }: Desk, chatId: number): Promise<Missing | undefined> {
  const own = await api.call('getChatMember', { chat_id: chatId, user_id: bot.id });
  if (own.kind === 'failed') return own.failure.kind === 'gone' ? 'groupGone' : undefined;
  const member = own.result;
  if (member.status === 'left' || member.status === 'kicked') return 'groupGone';
  if (member.status === 'restricted') return member.can_send_messages ? undefined : 'noRightToWrite';
  if (member.status !== 'member') return undefined;
  const group = await api.call('getChat', { chat_id: chatId });
  if (group.kind === 'failed' || !('permissions' in group.result)) return undefined;
  return group.result.permissions.can_send_messages === false ? 'noRightToWrite' : undefined;
}
