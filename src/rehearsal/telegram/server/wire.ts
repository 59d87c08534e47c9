import type { Chat, StoredMessage, User, World } from './world.ts';

/** JSON as the Bot API writes it. */
export type Json = Readonly<Record<string, unknown>>;

export function botOnWire({ bot }: World): Json {
  return {
    id: bot.id,
    is_bot: true,
    first_name: bot.firstName,
    username: bot.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
}

export function userOnWire({ id, first_name: name, language_code: language }: User): Json {
  return {
    id,
    is_bot: false,
    first_name: name,
    ...(language !== undefined && { language_code: language }),
  };
}

export function chatOnWire(world: World, { id, type, title, isForum }: Chat): Json {
  return {
    id,
    type,
    ...(title !== undefined && { title }),
    ...(type === 'private' && { first_name: world.users.get(id)?.first_name ?? '' }),
    ...(isForum && { is_forum: true }),
  };
}

/** A message, with the one it replies to unless it is itself shown as such. */
export function messageOnWire(world: World, chat: Chat, message: StoredMessage, isInner = false): Json {
  const { from, threadId, replyToId, photo, markup } = message;
  const user = from.kind === 'user' ? world.users.get(from.userId) : undefined;
  const repliedTo = chat.messages.find(({ id, isDeleted }) => id === replyToId && !isDeleted);
  const isInTopic = threadId !== undefined && chat.topics.has(threadId);
  const words = { text: message.text, ...(message.entities.length > 0 && { entities: message.entities }) };
  const caption = { caption: message.text, caption_entities: message.entities };
  return {
    message_id: message.id,
    ...(threadId !== undefined && { message_thread_id: threadId }),
    ...(isInTopic && { is_topic_message: true }),
    from: user === undefined ? botOnWire(world) : userOnWire(user),
    chat: chatOnWire(world, chat),
    date: Math.floor(message.atMs / 1000),
    ...(repliedTo !== undefined &&
      !isInner && { reply_to_message: messageOnWire(world, chat, repliedTo, true) }),
    ...(photo === undefined ? words : { photo: photoOnWire(chat, message), ...caption }),
    ...(markup?.inline_keyboard !== undefined && {
      reply_markup: { inline_keyboard: markup.inline_keyboard },
    }),
  };
}

function photoOnWire(chat: Chat, { id, photo }: StoredMessage): readonly Json[] {
  const name = `photo-${chat.id}-${id}`;
  const { width, height } = pngSize(photo);
  return [{ file_id: name, file_unique_id: name, width, height, file_size: photo?.length ?? 0 }];
}

/** Width and height stand in a PNG's first chunk. */
function pngSize(png: Uint8Array | undefined): { width: number; height: number } {
  if (png === undefined || png.length < 24) return { width: 1, height: 1 };
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
