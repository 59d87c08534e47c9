import type { Actor } from '../people/actor.ts';
import { readMessage } from '../people/seen.ts';
import type { Chat, StoredMessage } from '../server/world.ts';
import type { Day } from './open-day.ts';

/** What the scenes of a day share. */
export interface Cue {
  readonly day: Day;
  /** Twenty people; the first owns the group. */
  readonly people: readonly Actor[];
  /** The group, under whichever id it has at the time. */
  group: Chat;
  /** The message that asks today's question. */
  daily: StoredMessage | undefined;
}

/** One of the twenty by name. */
export function personOf({ people }: Cue, name: string): Actor {
  const found = people.find(({ user }) => user.first_name === name);
  if (found === undefined) throw new Error(`there is no ${name} in this rehearsal`);
  return found;
}

/** A message as one reads it; nothing for none. */
export function textOf(message: StoredMessage | undefined): string {
  return message === undefined ? '' : readMessage(message);
}

/** Everything the bot has said in a chat that is still there, as one text. */
export function saidIn({ messages }: Chat): string {
  return messages
    .filter(({ from, isDeleted }) => from.kind === 'bot' && !isDeleted)
    .map(readMessage)
    .join('\n');
}

/** Checks that a message says something, and shows what it says when it does not. */
export function checkSays(
  { record }: Day,
  what: string,
  message: StoredMessage | undefined,
  words: string,
): void {
  const text = textOf(message);
  record.check(what, text.includes(words), `it says: ${text.slice(0, 200)}`);
}
