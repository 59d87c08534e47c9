import type { Person } from '../../app/incoming.ts';
import type { Language } from '../../core/question/language.ts';
import { idOf } from './address.ts';
import type { Chat, Message, User } from './hearing/update.ts';

/** Who sent a message. Some senders are not people: nobody knows whose answer theirs is. */
export type Author =
  | { readonly kind: 'person'; readonly user: User }
  /** A moderator who writes as the group itself. */
  | { readonly kind: 'anonymous-moderator'; readonly chat: Chat }
  /** A channel, or a group, as which someone writes. */
  | { readonly kind: 'channel'; readonly chat: Chat }
  /** Another bot, or a channel's post that Telegram copied into its group. */
  | { readonly kind: 'nobody' };

/** Telegram's own accounts: they stand in for senders that are not people, where a message must name a user. */
const anonymousModeratorId = 1_087_968_824;
const channelPostsId = 777_000;

export function authorOf({
  from,
  sender_chat: senderChat,
  chat,
  is_automatic_forward: isCopy,
}: Message): Author {
  if (isCopy === true || from?.id === channelPostsId) return { kind: 'nobody' };
  if (senderChat?.id === chat.id || from?.id === anonymousModeratorId) {
    return { kind: 'anonymous-moderator', chat };
  }
  if (senderChat !== undefined) return { kind: 'channel', chat: senderChat };
  return from === undefined || from.is_bot ? { kind: 'nobody' } : { kind: 'person', user: from };
}

/** A user as the coach knows people. */
export function personOf(user: User, isModerator: boolean): Person {
  const language = languageOf(user.language_code);
  const name = [user.first_name, user.last_name ?? ''].join(' ').trim();
  return {
    id: idOf(user.id),
    name: name === '' ? (user.username ?? String(user.id)) : name,
    isModerator,
    ...(language !== undefined && { language }),
  };
}

/** A group or a channel that speaks as if it were a person. */
export function chatAsPerson({ id, title }: Chat, isModerator: boolean): Person {
  return { id: idOf(id), name: title ?? String(id), isModerator };
}

/** The coach's language for an IETF tag such as `zh-hans`; undefined for languages it does not speak. */
function languageOf(tag: string | undefined): Language | undefined {
  const [primary] = tag?.toLowerCase().split('-') ?? [];
  return primary === 'zh' || primary === 'en' ? primary : undefined;
}
