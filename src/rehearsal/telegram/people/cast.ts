import type { Language } from '../../../core/question/language.ts';
import { addMessage, type Chat, newChat, type User, type World } from '../server/world.ts';
import { type Actor, createActor } from './actor.ts';
import { changeMembership, migrate } from './deeds.ts';

/** Makes people and groups, and lets groups happen to the bot. */
export interface Cast {
  person(name: string, language?: Language): Actor;
  /** The first member is the owner. */
  group(title: string, members: readonly Actor[], kind?: GroupKind): Chat;
  addBot(chat: Chat, by: Actor): void;
  removeBot(chat: Chat, by: Actor): void;
  openTopic(chat: Chat, name: string): number;
  /** The group becomes a supergroup with another id, and gives it. */
  migrate(chat: Chat, by: Actor, isAnnounced?: boolean): Chat;
}

export type GroupKind = 'group' | 'supergroup' | 'forum';

/** Above what 32 bits hold, as Telegram's are by now. */
const firstUserId = 7_000_000_001;
const firstGroupId = -5_000_000_001;
const firstSupergroupId = -1_002_000_000_001;

export function createCast(world: World): Cast {
  let people = 0;
  let groups = 0;

  function create(title: string, kind: GroupKind): Chat {
    groups += 1;
    const id = (kind === 'group' ? firstGroupId : firstSupergroupId) - groups;
    const chat = newChat(id, kind === 'group' ? 'group' : 'supergroup', title, kind === 'forum');
    world.chats.set(id, chat);
    return chat;
  }

  return {
    person(name, language) {
      people += 1;
      const user: User = {
        id: firstUserId + people,
        first_name: name,
        ...(language !== undefined && { language_code: language === 'zh' ? 'zh-hans' : 'en' }),
        hasStarted: false,
        hasBlocked: false,
      };
      world.users.set(user.id, user);
      return createActor(world, user);
    },
    group(title, members, kind = 'supergroup') {
      const chat = create(title, kind);
      for (const [index, { user }] of members.entries()) {
        chat.members.set(user.id, index === 0 ? 'creator' : 'member');
      }
      return chat;
    },
    addBot(chat, { user }) {
      const was = chat.bot === 'kicked' ? 'kicked' : 'left';
      chat.bot = 'member';
      changeMembership(world, user, chat, was, 'member');
    },
    removeBot(chat, { user }) {
      chat.bot = 'kicked';
      changeMembership(world, user, chat, 'member', 'kicked');
    },
    openTopic(chat, name) {
      const opened = addMessage(world, chat, { from: { kind: 'bot' }, text: '', html: '', entities: [] });
      opened.isDeleted = true;
      chat.topics.set(opened.id, { name, isClosed: false });
      return opened.id;
    },
    migrate(chat, { user }, isAnnounced = true) {
      const moved = create(chat.title ?? '', 'supergroup');
      migrate(world, user, chat, moved, isAnnounced);
      return moved;
    },
  };
}
