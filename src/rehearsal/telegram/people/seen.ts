import type { Chat, StoredMessage, User, World } from '../server/world.ts';

/** A message as one reads it: the picture as a sign, the text, the buttons in brackets, a row on a line. */
export function readMessage({ text, photo, markup }: StoredMessage): string {
  const rows = markup?.inline_keyboard?.map((row) => row.map((button) => `[${button.text}]`).join(' ')) ?? [];
  return [...(photo === undefined ? [] : ['🖼']), text, ...rows].filter((line) => line !== '').join('\n');
}

/** The messages a person can see, oldest first: of their groups and of their private chat. */
export function visibleTo({ chats }: World, { id }: User): readonly StoredMessage[] {
  const theirs = [...chats.values()].filter((chat) => chat.id === id || chat.members.has(id));
  return theirs
    .flatMap(({ messages }) => messages.filter(({ isDeleted }) => !isDeleted))
    .sort((one, other) => one.atMs - other.atMs || one.id - other.id);
}

/** The boxes that buttons have opened for a person. */
export function boxesOf({ queries }: World, { id }: User): readonly string[] {
  return [...queries.values()]
    .filter(({ userId }) => userId === id)
    .flatMap(({ answer }) => (answer?.text === undefined ? [] : [answer.text]));
}

/** The newest message of the bot in a chat. */
export function latestOf({ messages }: Chat): StoredMessage | undefined {
  return messages.findLast(({ from, isDeleted }) => from.kind === 'bot' && !isDeleted);
}
