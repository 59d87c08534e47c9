import type { Chat, StoredMessage, World } from '../server/world.ts';

/**
 * Whether a message reaches the bot. With privacy mode on, a bot that is no administrator hears commands that may be for
 * it and replies to its messages, and nothing else that people say in a group.
 */
export function reachesBot({ bot }: World, chat: Chat, message: StoredMessage): boolean {
  if (chat.type === 'private') return true;
  if (chat.bot === 'kicked' || chat.bot === 'absent') return false;
  if (chat.bot === 'administrator') return true;
  const [, name] = /^\/\w+(?:@(\w+))?/.exec(message.text) ?? [];
  const isOurs = name === undefined || name.toLowerCase() === bot.username.toLowerCase();
  const isCommand = message.text.startsWith('/') && isOurs;
  const repliedTo = chat.messages.find(({ id }) => id === message.replyToId);
  return isCommand || repliedTo?.from.kind === 'bot';
}
