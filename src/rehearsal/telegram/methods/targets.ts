import { badRequest, forbidden, Refusal } from '../server/refusal.ts';
import type { Chat, StoredMessage, World } from '../server/world.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The chat a call is about; refuses as Telegram does when the bot cannot be there. */
export function findChat(world: World, { chat_id: id }: Parameters): Chat {
  const chat = typeof id === 'number' ? world.chats.get(id) : undefined;
  if (chat === undefined) {
    const user = typeof id === 'number' ? world.users.get(id) : undefined;
    throw user === undefined
      ? badRequest('chat not found')
      : forbidden("bot can't initiate conversation with a user");
  }
  if (chat.movedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.movedTo,
    });
  }
  return chat;
}

/** A chat the bot may write to. */
export function findWritableChat(world: World, parameters: Parameters): Chat {
  const chat = findJoinedChat(world, parameters);
  if (chat.bot === 'muted') throw badRequest('not enough rights to send text messages to the chat');
  return chat;
}

/** A chat the bot is in. */
export function findJoinedChat(world: World, parameters: Parameters): Chat {
  const chat = findChat(world, parameters);
  if (chat.type === 'private') {
    const user = world.users.get(chat.id);
    if (user?.hasStarted !== true) throw forbidden("bot can't initiate conversation with a user");
    if (user.hasBlocked) throw forbidden('bot was blocked by the user');
    return chat;
  }
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (chat.bot === 'absent') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return chat;
}

/** The topic a message is sent to; undefined for none. */
export function findThread(chat: Chat, { message_thread_id: id }: Parameters): number | undefined {
  if (id === undefined) return undefined;
  const topic = typeof id === 'number' ? chat.topics.get(id) : undefined;
  if (typeof id !== 'number' || topic === undefined) throw badRequest('message thread not found');
  if (topic.isClosed && chat.bot !== 'administrator') throw badRequest('TOPIC_CLOSED');
  return id;
}

/** A message of the bot's own that a call changes. */
export function findOwnMessage(
  chat: Chat,
  { message_id: id }: Parameters,
  to: 'edit' | 'delete',
): StoredMessage {
  const message = chat.messages.find((each) => each.id === id && !each.isDeleted);
  if (message === undefined) throw badRequest(`message to ${to} not found`);
  if (message.from.kind !== 'bot')
    throw badRequest(`message can't be ${to === 'edit' ? 'edited' : 'deleted'}`);
  return message;
}
