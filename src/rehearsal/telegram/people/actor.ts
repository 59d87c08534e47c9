import { type Chat, chatOf, type Query, type StoredMessage, type User, type World } from '../server/world.ts';
import { changeMembership, edit, type Manner, press, say } from './deeds.ts';
import { boxesOf, latestOf, readMessage, visibleTo } from './seen.ts';

/** Someone with a Telegram app in their hand. */
export interface Actor {
  readonly user: User;
  readonly privateChat: Chat;
  say(chat: Chat, text: string, manner?: Manner): StoredMessage;
  /** Sends something without words. */
  sendVoice(chat: Chat, manner?: Manner): StoredMessage;
  edit(chat: Chat, message: StoredMessage, text: string): void;
  /** Presses the button of a message whose label holds a text; a link is opened instead. */
  press(chat: Chat, message: StoredMessage | undefined, label: string): Query | undefined;
  /** Presses something that is on no message any more. */
  pressData(chat: Chat, message: StoredMessage, data: string): Query;
  /** Opens a link to the bot's private chat and presses Start there. */
  open(url: string): void;
  block(): void;
  unblock(): void;
  /** Everything one sees at present, one entry per message, then the boxes that buttons opened. */
  sees(): readonly string[];
  /** The bot's newest message in a chat. */
  latest(chat: Chat): StoredMessage | undefined;
}

const voice = { text: undefined, voice: { file_id: 'voice', file_unique_id: 'voice', duration: 3 } };

export function createActor(world: World, user: User): Actor {
  const privateChat = chatOf(world, user.id);
  privateChat.members.set(user.id, 'member');
  const open = (url: string) => {
    const [, name = ''] = /[?&]start=([\w-]{1,64})$/.exec(url) ?? [];
    say(world, user, privateChat, `/start ${name}`.trim(), {});
  };
  return {
    user,
    privateChat,
    open,
    say: (chat, text, manner = {}) => say(world, user, chat, text, manner),
    sendVoice: (chat, manner = {}) => say(world, user, chat, '', { ...manner, extra: voice }),
    edit: (chat, message, text) => edit(world, chat, message, text),
    press(chat, message, label) {
      const button = message?.markup?.inline_keyboard?.flat().find(({ text }) => text.includes(label));
      if (message === undefined || button === undefined) {
        const seen = message === undefined ? 'nothing' : readMessage(message);
        throw new Error(`${user.first_name} finds no button "${label}" on: ${seen}`);
      }
      if (button.url === undefined) return press(world, user, chat, message, button.callback_data ?? '');
      open(button.url);
      return undefined;
    },
    pressData: (chat, message, data) => press(world, user, chat, message, data),
    block() {
      user.hasBlocked = true;
      changeMembership(world, user, privateChat, 'member', 'kicked');
    },
    unblock() {
      user.hasBlocked = false;
      changeMembership(world, user, privateChat, 'kicked', 'member');
    },
    sees: () => [...visibleTo(world, user).map(readMessage), ...boxesOf(world, user)],
    latest: latestOf,
  };
}
