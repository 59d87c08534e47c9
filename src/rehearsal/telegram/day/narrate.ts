import type { Record } from '../../record.ts';
import { readMessage } from '../people/seen.ts';
import type { Chat, World } from '../server/world.ts';

/** Writes down what the bot says, as it changes. */
export interface Narrator {
  /** Whatever the bot has said, changed or taken away since the last time. */
  tell(): void;
}

export function createNarrator(record: Record, world: World): Narrator {
  const told = new Map<string, string>();
  const answered = new Set<string>();

  function tellMessages(chat: Chat): void {
    for (const message of chat.messages) {
      if (message.from.kind !== 'bot') continue;
      const key = `${chat.id}/${message.id}`;
      const before = told.get(key);
      const now = message.isDeleted ? '' : [readMessage(message), ...message.reactions].join('\n');
      if (now === (before ?? '')) continue;
      told.set(key, now);
      const how = before === undefined ? '' : now === '' ? ' takes back' : ' changes to';
      record.say(`GradCoach ${nameOf(world, chat)}${how}`, now === '' ? (before ?? '') : now);
    }
    for (const message of chat.messages) {
      const key = `reaction/${chat.id}/${message.id}`;
      if (message.from.kind === 'bot' || message.reactions.length === 0 || told.has(key)) continue;
      told.set(key, message.reactions.join(''));
      record.say(`GradCoach ${nameOf(world, chat)}`, `${message.reactions.join('')} on “${message.text}”`);
    }
  }

  return {
    tell() {
      for (const chat of world.chats.values()) tellMessages(chat);
      for (const { id, userId, answer } of world.queries.values()) {
        if (answer === undefined || answered.has(id)) continue;
        answered.add(id);
        const name = world.users.get(userId)?.first_name ?? '';
        if (answer.text !== undefined) record.say(`GradCoach in a box for ${name}`, answer.text);
        if (answer.url !== undefined) record.say(`GradCoach for ${name}`, 'opens our private chat');
      }
    },
  };
}

/** What people write, long as it may be, as a line or two of the transcript. */
export function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 150)} … (${text.length} characters)` : text;
}

/** How a chat is called in the transcript. */
export function nameOf(world: World, { id, type, title }: Chat): string {
  return type === 'private' ? `to ${world.users.get(id)?.first_name ?? ''} alone` : `in “${title ?? ''}”`;
}
