import type { Action, Conversation } from '../../../app/incoming.ts';
import { chatIdOf, conversationOf, idOf, isPrivateChat, movedTalk, privateTalk } from '../address.ts';
import type { Desk } from '../desk.ts';
import { actionOf, invocationOf } from './read-command.ts';

/** The talk of a person's private chat: that of the group they were last seen in, while the coach is there. */
export async function privateTalkOf({ memory, store }: Desk, userId: number): Promise<Conversation> {
  const noted = await memory.recall(`home/${userId}`);
  if (noted === undefined) return privateTalk(userId);
  const homeId = (await whereNow(memory, noted)).split('/')[0] ?? noted;
  const home = await store.transaction((tx) => tx.groups.find(homeId));
  return privateTalk(userId, home !== undefined && home.leftMs === undefined ? homeId : undefined);
}

/** Notes the group a person was seen in; their private chat is a talk of that group from now on. */
export async function noteHome({ memory }: Desk, userId: number, chatId: number): Promise<void> {
  await memory.note(`home/${userId}`, idOf(chatId));
}

/** Notes that a group has another id, for buttons and private chats that still know the old one. */
export async function noteMove({ memory }: Desk, fromChatId: number, toChatId: number): Promise<void> {
  await memory.note(`moved/${fromChatId}`, String(toChatId));
}

/** A conversation's id after the moves of its group. */
export async function whereNow(memory: Desk['memory'], conversationId: string): Promise<string> {
  const chatId = chatIdOf(conversationId.split('/')[0] ?? '');
  if (chatId === undefined || isPrivateChat(chatId)) return conversationId;
  const toChatId = await memory.recall(`moved/${chatId}`);
  // A group moves once: a supergroup stays one.
  return toChatId === undefined ? conversationId : movedTalk(conversationId, chatId, Number(toChatId));
}

/**
 * The conversation of a button, or of words a form asked for. In private, what names a round or an appeal, and what is
 * for moderators, is about the group it was offered in; anything else begins anew where it is pressed.
 */
export async function belongingOf(
  desk: Desk,
  offeredIn: string,
  action: Action,
  pressedIn: { readonly chatId: number },
): Promise<Conversation> {
  const here = conversationOf(await whereNow(desk.memory, offeredIn));
  const isAway = isPrivateChat(pressedIn.chatId) && here?.kind === 'group';
  if (here !== undefined && (!isAway || isAboutThere(desk, action))) return here;
  return privateTalkOf(desk, pressedIn.chatId);
}

function isAboutThere({ commands }: Desk, action: Action): boolean {
  if (action.kind === 'text') return action.roundId !== undefined;
  const options = invocationOf(action, commands)?.options ?? {};
  const isForModerators = actionOf(action, commands)?.isForModerators === true;
  return isForModerators || options.round !== undefined || options.id !== undefined;
}
