import type { Action, Incoming } from '../../../app/incoming.ts';
import { idOf, isPrivateChat } from '../address.ts';
import type { Toast } from '../answering/occasion.ts';
import { notePrivate } from '../answering/private-chat.ts';
import type { Desk } from '../desk.ts';
import { chatLanguage, personalLanguage } from '../language.ts';
import { personOf } from '../people.ts';
import { words } from '../words.ts';
import { askTask } from './ask-task.ts';
import { belongingOf, noteHome, whereNow } from './belonging.ts';
import { mayModerate } from './moderators.ts';
import { addressOfMessage } from './on-message.ts';
import { findPlace } from './place-rights.ts';
import { nothing, type Task } from './task.ts';
import type { CallbackQuery } from './update.ts';

/** What a pressed button asks of us, and what it says at once; without a toast, what comes of the task is said. */
export interface Pressed {
  readonly task: Task;
  readonly toast?: Toast;
}

type PressedMessage = NonNullable<CallbackQuery['message']>;

/** A button someone pressed. */
export async function onPress(desk: Desk, query: CallbackQuery, delivery: string): Promise<Pressed> {
  const { from, message, data } = query;
  if (message === undefined || data === undefined) return { task: nothing, toast: {} };
  const person = personOf(from, false);
  const at = addressOfMessage(message);
  if (isPrivateChat(at.chatId)) await notePrivate(desk, from.id, 'open');
  else await noteHome(desk, from.id, at.chatId);
  const own = words[await personalLanguage(desk, person, idOf(at.chatId))];
  const offer = await desk.memory.findOffer(data);
  if (offer?.do === 'write') {
    const here = await whereNow(desk.memory, offer.here);
    const shared = words[await chatLanguage(desk, at.chatId, person, idOf(at.chatId))];
    const asked = { userId: from.id, name: person.name, at, ...besideOf(message) };
    return { task: askTask(offer.form, here, asked, shared), toast: {} };
  }
  if (offer?.do !== 'invoke') return { task: nothing, toast: { text: own.tooOld, isAlert: true } };
  if (offer.personId !== undefined && offer.personId !== person.id) {
    return { task: nothing, toast: { text: own.notYours, isAlert: true } };
  }
  const action: Action = { kind: 'invocation', invocation: offer.invocation };
  const isInPlace = offer.isInPlace === true;
  const task = await toOccasion(desk, query, message, offer.here, action, isInPlace, delivery);
  return task === undefined
    ? { task: nothing, toast: { text: own.moderatorsUnknown, isAlert: true } }
    : { task };
}

/** Below a channel's post the thread is no topic, and only an answer to a message in it stays there. */
function besideOf(message: PressedMessage): { readonly replyToId?: number } {
  const isComment = message.message_thread_id !== undefined && message.is_topic_message !== true;
  return isComment ? { replyToId: message.message_id } : {};
}

/** Undefined when it matters who moderates the group and Telegram cannot be asked. */
async function toOccasion(
  desk: Desk,
  { id: queryId, from }: CallbackQuery,
  message: PressedMessage,
  offeredIn: string,
  action: Action,
  isInPlace: boolean,
  delivery: string,
): Promise<Task | undefined> {
  const at = addressOfMessage(message);
  const conversation = await belongingOf(desk, offeredIn, action, at);
  const isModerator = await mayModerate(desk, action, conversation, from.id);
  if (isModerator === undefined) return undefined;
  const person = personOf(from, isModerator);
  const language = await personalLanguage(desk, person, conversation.groupId);
  const place = await findPlace(desk, action, conversation, language);
  const incoming: Incoming = {
    id: delivery,
    conversation,
    person,
    action,
    atMs: desk.clock.nowMs(),
    ...(place !== undefined && { place }),
  };
  const pressed = { chatId: at.chatId, messageId: message.message_id, isPhoto: message.photo !== undefined };
  return {
    kind: 'occasion',
    occasion: {
      incoming,
      at,
      setting: isPrivateChat(at.chatId) ? 'private' : 'group',
      readers: { personId: person.id },
      userId: from.id,
      by: { kind: 'press', queryId, message: pressed, isInPlace },
      ...besideOf(message),
    },
  };
}
