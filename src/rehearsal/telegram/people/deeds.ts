import { chatOnWire, type Json, messageOnWire, userOnWire } from '../server/wire.ts';
import {
  addMessage,
  type Chat,
  type Query,
  type StoredMessage,
  type User,
  type World,
} from '../server/world.ts';
import { reachesBot } from './reach.ts';

/** How something is said. */
export interface Manner {
  readonly replyTo?: StoredMessage | undefined;
  readonly threadId?: number;
  /** Writes as the group itself, which only its administrators can, or as a channel. */
  readonly as?: Chat;
  /** What the message holds besides or instead of words. */
  readonly extra?: Json;
}

/** What Telegram puts in the place of a sender that is no person. */
const anonymousModerator = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const channelSender = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };

/** Someone says something; the bot hears of it where it may. */
export function say(world: World, user: User, chat: Chat, text: string, manner: Manner): StoredMessage {
  const { replyTo, threadId, as, extra = {} } = manner;
  if (chat.type === 'private') user.hasStarted = true;
  // A reply below a channel's post stays there.
  const thread = threadId ?? (chat.isForum ? undefined : replyTo?.threadId);
  const message = addMessage(world, chat, {
    from: { kind: 'user', userId: user.id },
    text,
    html: text,
    entities: [],
    ...(thread !== undefined && { threadId: thread }),
    ...(replyTo !== undefined && { replyToId: replyTo.id }),
  });
  if (reachesBot(world, chat, message)) {
    const onWire = { ...messageOnWire(world, chat, message), ...senderOf(world, chat, as), ...extra };
    world.updates.push({ message: onWire });
  }
  return message;
}

function senderOf(world: World, chat: Chat, as: Chat | undefined): Json {
  if (as === undefined) return {};
  const from = as.id === chat.id ? anonymousModerator : channelSender;
  return { from, sender_chat: chatOnWire(world, as) };
}

/** Someone changes what they said. */
export function edit(world: World, chat: Chat, message: StoredMessage, text: string): void {
  message.text = text;
  if (!reachesBot(world, chat, message)) return;
  const editDate = Math.floor(world.clock.nowMs() / 1000);
  world.updates.push({ edited_message: { ...messageOnWire(world, chat, message), edit_date: editDate } });
}

/** Someone presses a button that sends something to the bot. */
export function press(world: World, user: User, chat: Chat, message: StoredMessage, data: string): Query {
  const query: Query = { id: `${user.id}${world.queries.size + 1}`, userId: user.id };
  world.queries.set(query.id, query);
  world.updates.push({
    callback_query: {
      id: query.id,
      from: userOnWire(user),
      message: messageOnWire(world, chat, message),
      chat_instance: String(chat.id),
      data,
    },
  });
  return query;
}

/** Someone changes the bot's own membership in a chat. */
export function changeMembership(world: World, by: User, chat: Chat, was: string, is: string): void {
  const { id, firstName, username } = world.bot;
  const user = { id, is_bot: true, first_name: firstName, username };
  const state = (status: string) => ({ status, user, ...(status === 'kicked' && { until_date: 0 }) });
  world.updates.push({
    my_chat_member: {
      chat: chatOnWire(world, chat),
      from: userOnWire(by),
      date: Math.floor(world.clock.nowMs() / 1000),
      old_chat_member: state(was),
      new_chat_member: state(is),
    },
  });
}

/** A group becomes a supergroup with another id. The old chat says so, then the new one, unless nobody says anything. */
export function migrate(world: World, by: User, chat: Chat, moved: Chat, isAnnounced: boolean): void {
  for (const [id, status] of chat.members) moved.members.set(id, status);
  moved.bot = chat.bot;
  chat.movedTo = moved.id;
  if (!isAnnounced) return;
  announce(world, by, chat, { migrate_to_chat_id: moved.id });
  announce(world, by, moved, { migrate_from_chat_id: chat.id });
}

function announce(world: World, by: User, chat: Chat, what: Json): void {
  const from = { kind: 'user', userId: by.id } as const;
  const message = addMessage(world, chat, { from, text: '', html: '', entities: [] });
  world.updates.push({ message: { ...messageOnWire(world, chat, message), text: undefined, ...what } });
}
