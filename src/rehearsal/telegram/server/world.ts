import type { Clock } from '../../../app/ports/clock.ts';
import type { Entity } from './html.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';

/** A person of the rehearsal. */
export interface User {
  readonly id: number;
  readonly first_name: string;
  readonly language_code?: string;
  /** Has pressed Start once, so the bot may write to them. */
  hasStarted: boolean;
  hasBlocked: boolean;
}

/** A chat, with who is in it. */
export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly isForum: boolean;
  readonly members: Map<number, 'creator' | 'administrator' | 'member'>;
  /** The bot's own state; `absent` before it was ever added. */
  bot: 'member' | 'administrator' | 'kicked' | 'muted' | 'absent';
  readonly topics: Map<number, { readonly name: string; isClosed: boolean }>;
  movedTo: number | undefined;
  allowsReactions: boolean;
  readonly messages: StoredMessage[];
}

/** A message as it is at present. */
export interface StoredMessage {
  readonly id: number;
  readonly from: { readonly kind: 'bot' } | { readonly kind: 'user'; readonly userId: number };
  readonly atMs: number;
  readonly threadId?: number;
  readonly replyToId?: number;
  text: string;
  html: string;
  entities: readonly Entity[];
  photo?: Uint8Array;
  markup?: Markup;
  reactions: string[];
  isDeleted: boolean;
}

/** What hangs below a message. */
export interface Markup {
  readonly inline_keyboard?: readonly (readonly KeyboardButton[])[];
  readonly force_reply?: true;
  readonly input_field_placeholder?: string;
}

/** A button as the bot sent it. */
export interface KeyboardButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly style?: string;
}

/** A button someone pressed, until it is answered. */
export interface Query {
  readonly id: string;
  readonly userId: number;
  answer?: { readonly text?: string; readonly isAlert: boolean; readonly url?: string };
}

/** What the bot has told about itself. */
export interface Profile {
  readonly menus: Map<string, readonly { readonly command: string; readonly description: string }[]>;
  readonly texts: Map<string, string>;
}

/** Everything the stand-in knows. */
export interface World {
  readonly clock: Clock;
  readonly bot: { readonly id: number; readonly username: string; readonly firstName: string };
  readonly users: Map<number, User>;
  readonly chats: Map<number, Chat>;
  readonly queries: Map<string, Query>;
  readonly profile: Profile;
  readonly updates: UpdateQueue;
  /** Signs shown while something is under way: `upload_photo` and the chat. */
  readonly actions: { readonly chatId: number; readonly action: string }[];
}

/** A world with nobody in it. */
export function createWorld(clock: Clock, bot: World['bot']): World {
  return {
    clock,
    bot,
    users: new Map(),
    chats: new Map(),
    queries: new Map(),
    profile: { menus: new Map(), texts: new Map() },
    updates: createUpdateQueue(),
    actions: [],
  };
}

/** A chat, private ones included: a person's private chat has the person's id. */
export function chatOf(world: World, id: number): Chat {
  const chat = world.chats.get(id) ?? newChat(id, 'private');
  world.chats.set(id, chat);
  return chat;
}

/** A chat with nobody in it. */
export function newChat(id: number, type: Chat['type'], title?: string, isForum = false): Chat {
  return {
    id,
    type,
    ...(title !== undefined && { title }),
    isForum,
    members: new Map(),
    bot: type === 'private' ? 'member' : 'absent',
    topics: new Map(),
    movedTo: undefined,
    allowsReactions: true,
    messages: [],
  };
}

/** Adds a message to a chat and gives it back. */
export function addMessage(
  world: World,
  chat: Chat,
  message: Omit<StoredMessage, 'id' | 'atMs' | 'reactions' | 'isDeleted'>,
): StoredMessage {
  const stored: StoredMessage = {
    ...message,
    id: (chat.messages.at(-1)?.id ?? 0) + 1,
    atMs: world.clock.nowMs(),
    reactions: [],
    isDeleted: false,
  };
  chat.messages.push(stored);
  return stored;
}
