import { z } from 'zod';

/**
 * The slice of Telegram's updates that the coach reads, checked where they enter. telegraf's types are of Bot API 7.1 and
 * are not checked at all; what Telegram has added since passes by unread.
 */

/** Ids have at most 52 bits, which a number holds exactly. */
const id = z.number().int();

const user = z.object({
  id,
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.object({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const message = z.object({
  message_id: id,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  sender_chat: chat.optional(),
  is_automatic_forward: z.boolean().optional(),
  chat,
  reply_to_message: z.object({ message_id: id }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
  /** Present in service messages, which are no attempt to say something to the coach. */
  new_chat_members: z.unknown().optional(),
  left_chat_member: z.unknown().optional(),
  pinned_message: z.unknown().optional(),
  forum_topic_created: z.unknown().optional(),
  voice: z.unknown().optional(),
  photo: z.unknown().optional(),
  document: z.unknown().optional(),
  video_note: z.unknown().optional(),
  audio: z.unknown().optional(),
});

/** The message under a pressed button; of one that is too old Telegram gives the id alone, with the date 0. */
const pressedMessage = z.object({
  message_id: id,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  chat,
  photo: z.unknown().optional(),
});

const callbackQuery = z.object({
  id: z.string(),
  from: user,
  message: pressedMessage.optional(),
  data: z.string().optional(),
});

const memberState = z.object({ status: z.string(), is_member: z.boolean().optional() });

const memberChange = z.object({
  chat,
  from: user,
  old_chat_member: memberState,
  new_chat_member: memberState,
});

const update = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: memberChange.optional(),
});

export type User = z.infer<typeof user>;
export type Chat = z.infer<typeof chat>;
export type Message = z.infer<typeof message>;
export type CallbackQuery = z.infer<typeof callbackQuery>;
export type MemberChange = z.infer<typeof memberChange>;
export type Update = z.infer<typeof update>;

/** The kinds of update the coach asks Telegram for. */
export const updateKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Reads an update; undefined when it is none that we know how to read. */
export function readUpdate(given: unknown): Update | undefined {
  const parsed = update.safeParse(given);
  return parsed.success ? parsed.data : undefined;
}
