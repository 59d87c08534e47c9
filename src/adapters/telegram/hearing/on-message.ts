import type { Conversation, Incoming, Person } from '../../../app/incoming.ts';
import { type Address, isPrivateChat, sharedTalk } from '../address.ts';
import type { Occasion } from '../answering/occasion.ts';
import { notePrivate } from '../answering/private-chat.ts';
import type { Desk } from '../desk.ts';
import { chatLanguage, personalLanguage } from '../language.ts';
import { type Author, authorOf, chatAsPerson, personOf } from '../people.ts';
import { words } from '../words.ts';
import { belongingOf, noteHome, privateTalkOf } from './belonging.ts';
import { refuseFaceless } from './faceless.ts';
import { readSaid, type Said } from './meaning.ts';
import { mayModerate } from './moderators.ts';
import { startInPrivate } from './on-start.ts';
import { findPlace } from './place-rights.ts';
import { actionOf } from './read-command.ts';
import { nothing, sayTask, type Task } from './task.ts';
import type { Message } from './update.ts';

/** A message that someone wrote: what it asks of us. */
export async function onMessage(desk: Desk, message: Message, delivery: string): Promise<Task> {
  const author = authorOf(message);
  if (author.kind === 'nobody' || message.chat.type === 'channel') return nothing;
  const isPrivate = isPrivateChat(message.chat.id);
  if (isPrivate) await notePrivate(desk, message.chat.id, 'open');
  const said = await readSaid(desk, message);
  if (said.kind === 'not-for-us') return nothing;
  if (author.kind === 'person' && !isPrivate) await noteHome(desk, author.user.id, message.chat.id);
  const at = addressOfMessage(message);
  if (said.kind === 'start') return start(desk, message, author, said.name, delivery);
  const talk = await talkOf(desk, message, said);
  const heard = await hear(desk, { author, message, at, talk, said, delivery });
  if (heard.kind === 'refusal') {
    const own = words[await chatLanguage(desk, at.chatId, heard.person, talk.groupId)];
    return sayTask(at, own[heard.why], isPrivate ? undefined : message.message_id);
  }
  return { kind: 'occasion', occasion: heard.occasion };
}

/** In General a reply carries a thread id that is no topic's, so only messages that say so are in one. */
export function addressOfMessage(
  message: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>,
): Address {
  const { chat, message_thread_id: threadId, is_topic_message: isInTopic } = message;
  return { chatId: chat.id, ...(isInTopic === true && threadId !== undefined && { threadId }) };
}

/** The conversation of what was said: that of its question, or the one it was said in. */
async function talkOf(desk: Desk, message: Message, said: Said): Promise<Conversation> {
  const at = addressOfMessage(message);
  if (said.kind === 'said' && said.meaning !== undefined) {
    return belongingOf(desk, said.meaning.here, said.action, at);
  }
  return isPrivateChat(at.chatId) ? privateTalkOf(desk, at.chatId) : sharedTalk(at);
}

interface Heard {
  readonly author: Exclude<Author, { kind: 'nobody' }>;
  readonly message: Message;
  readonly at: Address;
  readonly talk: Conversation;
  readonly said: Exclude<Said, { kind: 'not-for-us' | 'start' }>;
  readonly delivery: string;
}

type Hearing =
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  | {
      readonly kind: 'refusal';
      readonly why: 'textOnly' | 'facelessAnswer' | 'facelessCommand' | 'moderatorsUnknown';
      readonly person: Person | undefined;
    };

async function hear(desk: Desk, heard: Heard): Promise<Hearing> {
  const { author, message, at, talk, said, delivery } = heard;
  const user = author.kind === 'person' ? author.user : undefined;
  if (said.kind === 'not-text') {
    return { kind: 'refusal', why: 'textOnly', person: user && personOf(user, false) };
  }
  const { action, spent } = said;
  const why = refuseFaceless(author, actionOf(action, desk.commands));
  if (why !== undefined) return { kind: 'refusal', why, person: undefined };
  if (user !== undefined && at.chatId === user.id && said.meaning?.invocation !== undefined) {
    await desk.memory.expect(at.chatId, undefined);
  }
  const person = await personFor(desk, author, action, talk);
  if (person === undefined) {
    return { kind: 'refusal', why: 'moderatorsUnknown', person: user && personOf(user, false) };
  }
  const language = await personalLanguage(desk, person, talk.groupId);
  const place = await findPlace(desk, action, talk, language);
  const incoming: Incoming = {
    id: delivery,
    conversation: talk,
    person,
    action,
    atMs: desk.clock.nowMs(),
    ...(place !== undefined && { place }),
  };
  const isPrivate = isPrivateChat(at.chatId);
  const readers = readersFor(author, action, desk, at);
  const occasion: Occasion = {
    incoming,
    at,
    setting: isPrivate ? 'private' : 'group',
    ...(readers !== undefined && { readers }),
    ...(user !== undefined && { userId: user.id }),
    by: { kind: 'message', messageId: message.message_id },
    ...(!isPrivate && { replyToId: message.message_id }),
    ...(spent !== undefined && !isPrivate && { spent }),
  };
  return { kind: 'occasion', occasion };
}

/** Undefined when it matters who moderates the group and Telegram cannot be asked. */
async function personFor(
  desk: Desk,
  author: Heard['author'],
  action: Incoming['action'],
  talk: Conversation,
): Promise<Person | undefined> {
  if (author.kind !== 'person') return chatAsPerson(author.chat, author.kind === 'anonymous-moderator');
  const isModerator = await mayModerate(desk, action, talk, author.user.id);
  return isModerator === undefined ? undefined : personOf(author.user, isModerator);
}

/** Someone who writes as the group is told apart from others only by moderating it. */
function readersFor(author: Heard['author'], action: Incoming['action'], { commands }: Desk, at: Address) {
  if (author.kind === 'person') return { personId: personOf(author.user, false).id };
  const isForModerators = actionOf(action, commands)?.isForModerators === true;
  return isForModerators && author.kind === 'anonymous-moderator' ? { moderatorsOf: at.chatId } : undefined;
}

/** `/start` in a group is a newcomer's way to ask what this is. A link that adds us to a group says so by itself. */
async function start(
  desk: Desk,
  message: Message,
  author: Heard['author'],
  name: string | undefined,
  delivery: string,
): Promise<Task> {
  const at = addressOfMessage(message);
  if (isPrivateChat(at.chatId)) {
    return author.kind === 'person' ? startInPrivate(desk, message, author.user, name, delivery) : nothing;
  }
  if (name !== undefined) return nothing;
  const person = author.kind === 'person' ? personOf(author.user, false) : chatAsPerson(author.chat, false);
  const incoming: Incoming = {
    id: delivery,
    conversation: sharedTalk(at),
    person,
    action: { kind: 'joined' },
    atMs: desk.clock.nowMs(),
  };
  return {
    kind: 'occasion',
    occasion: {
      incoming,
      at,
      setting: 'group',
      by: { kind: 'message', messageId: message.message_id },
      replyToId: message.message_id,
    },
  };
}
