import type { Conversation } from '../../app/incoming.ts';

/** Where a message goes: a chat, or a topic of a forum. Ids have at most 52 bits, so a number holds them exactly. */
export interface Address {
  readonly chatId: number;
  readonly threadId?: number;
}

/** The id of a group, of a person, and of a private chat that is a group of its own. */
export function idOf(id: number): string {
  return `telegram:${id}`;
}

/** The conversation of everyone at an address. */
export function sharedTalk({ chatId, threadId }: Address): Conversation {
  const groupId = idOf(chatId);
  return { id: threadId === undefined ? groupId : `${groupId}/${threadId}`, groupId, kind: 'group' };
}

/** A person's private chat: a talk of their study group apart from the others, or without a group a talk of its own. */
export function privateTalk(userId: number, homeId?: string): Conversation {
  const ownId = idOf(userId);
  return homeId === undefined
    ? { id: ownId, groupId: ownId, kind: 'private' }
    : { id: `${homeId}/u${userId}`, groupId: homeId, kind: 'private' };
}

const conversationPattern = /^telegram:(-?\d{1,16})(?:\/(u?)(\d{1,16}))?$/;

/** Where messages of a conversation go; undefined when its id is not one of ours. */
export function addressOf(conversationId: string): Address | undefined {
  const [, chat, isAside, part] = conversationPattern.exec(conversationId) ?? [];
  if (chat === undefined) return undefined;
  if (part === undefined) return { chatId: Number(chat) };
  return isAside === 'u' ? { chatId: Number(part) } : { chatId: Number(chat), threadId: Number(part) };
}

/** The conversation of an id this file made. */
export function conversationOf(conversationId: string): Conversation | undefined {
  const address = addressOf(conversationId);
  if (address === undefined) return undefined;
  if (!isPrivateChat(address.chatId)) return sharedTalk(address);
  const [groupId = conversationId] = conversationId.split('/');
  return { id: conversationId, groupId, kind: 'private' };
}

/** Telegram numbers people above zero and groups below. */
export function isPrivateChat(chatId: number): boolean {
  return chatId > 0;
}

/** The chat of a group's id; undefined when the id is not one of ours. */
export function chatIdOf(groupId: string): number | undefined {
  const address = addressOf(groupId);
  return address?.threadId === undefined ? address?.chatId : undefined;
}

/** A conversation after its group got another id. */
export function movedTalk(conversationId: string, from: number, to: number): string {
  const [group, ...rest] = conversationId.split('/');
  return group === idOf(from) ? [idOf(to), ...rest].join('/') : conversationId;
}
