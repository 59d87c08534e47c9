import type { Action } from '../../../app/incoming.ts';
import { idOf, privateTalk } from '../address.ts';
import type { Desk } from '../desk.ts';
import { personalLanguage } from '../language.ts';
import type { Offer, Readers } from '../memory.ts';
import { personOf } from '../people.ts';
import { words } from '../words.ts';
import { belongingOf, privateTalkOf, whereNow } from './belonging.ts';
import { isModeratorOf, mayModerate } from './moderators.ts';
import { sayTask, type Task } from './task.ts';
import type { Message, User } from './update.ts';

/** `/start` in private: the first word someone says to us, or what a link in a group handed over. */
export async function startInPrivate(
  desk: Desk,
  message: Message,
  user: User,
  name: string | undefined,
  delivery: string,
): Promise<Task> {
  if (name === undefined) return greet(desk, message, user, delivery);
  const person = personOf(user, false);
  const language = await personalLanguage(desk, person, idOf(user.id));
  const offer = await desk.memory.findOffer(name);
  if (offer?.do === 'read') return readAgain(desk, user, offer, words[language]);
  if (offer?.do !== 'open') return sayTask({ chatId: user.id }, words[language].tooOldLink);
  const action: Action = { kind: 'invocation', invocation: offer.invocation };
  const conversation = await belongingOf(desk, offer.here, action, { chatId: user.id });
  const isModerator = (await mayModerate(desk, action, conversation, user.id)) === true;
  return {
    kind: 'occasion',
    occasion: {
      incoming: {
        id: delivery,
        conversation,
        person: personOf(user, isModerator),
        action,
        atMs: desk.clock.nowMs(),
      },
      at: { chatId: user.id },
      setting: 'private',
      readers: { personId: person.id },
      userId: user.id,
      by: { kind: 'message', messageId: message.message_id },
      isOpening: true,
    },
  };
}

/** A newcomer is welcomed; whoever comes from a group already knows what this is, and gets the list. */
async function greet(desk: Desk, message: Message, user: User, delivery: string): Promise<Task> {
  const talk = await privateTalkOf(desk, user.id);
  const own = privateTalk(user.id);
  const isNewcomer = talk.id === own.id;
  const help = { command: 'help', options: {}, text: '' };
  return {
    kind: 'occasion',
    occasion: {
      incoming: {
        id: delivery,
        conversation: isNewcomer ? own : talk,
        person: personOf(user, isNewcomer),
        action: isNewcomer ? { kind: 'joined' } : { kind: 'invocation', invocation: help },
        atMs: desk.clock.nowMs(),
      },
      at: { chatId: user.id },
      setting: 'private',
      readers: { personId: idOf(user.id) },
      userId: user.id,
      by: { kind: 'message', messageId: message.message_id },
    },
  };
}

/** Shows again what someone was answered in a group, if it is theirs to read. */
async function readAgain(
  desk: Desk,
  user: User,
  offer: Extract<Offer, { do: 'read' }>,
  own: (typeof words)['en'],
): Promise<Task> {
  const to = { chatId: user.id };
  if (!(await mayRead(desk, user, offer.readers))) {
    return sayTask(to, 'personId' in offer.readers ? own.notYours : own.readByModerators);
  }
  const replies = await desk.store.transaction((tx) => tx.deliveries.findReplies(offer.delivery));
  const theirs = (replies ?? []).filter(({ audience }) => audience === 'person');
  if (theirs.length === 0) return sayTask(to, own.noLonger);
  const here = await whereNow(desk.memory, offer.here);
  return { kind: 'show', replies: theirs, spot: { to, here, setting: 'private' } };
}

async function mayRead(desk: Desk, user: User, readers: Readers): Promise<boolean> {
  if ('personId' in readers) return readers.personId === idOf(user.id);
  return (await isModeratorOf(desk, readers.moderatorsOf, user.id)) === true;
}
