/** Where on Discord a conversation is. */
export type Spot =
  /** A channel or a thread of a server. */
  | { readonly kind: 'channel'; readonly guildId: string; readonly channelId: string }
  /** A server: wherever in it the coach may speak. */
  | { readonly kind: 'server'; readonly guildId: string }
  /** Someone's own talk with the coach. */
  | { readonly kind: 'private'; readonly userId: string }
  /** A talk of several people outside of servers, to which someone brought the coach along. */
  | { readonly kind: 'talk'; readonly channelId: string };

/** Our name, and the prefix of all our ids. */
export const platform = 'discord';

/** The conversation's id; it begins with its group's. */
export function conversationIdOf(spot: Spot): string {
  switch (spot.kind) {
    case 'channel':
      return `${platform}:${spot.guildId}/${spot.channelId}`;
    case 'server':
      return `${platform}:${spot.guildId}`;
    case 'private':
      return `${platform}:@${spot.userId}`;
    case 'talk':
      return `${platform}:~${spot.channelId}`;
  }
}

/** The study group that a conversation belongs to: its server, or itself. */
export function groupIdOf(spot: Spot): string {
  return spot.kind === 'channel'
    ? conversationIdOf({ kind: 'server', guildId: spot.guildId })
    : conversationIdOf(spot);
}

/** Where a conversation is; undefined when the id is none of ours. */
export function spotOf(conversationId: string): Spot | undefined {
  const [, sign, first, second] = /^discord:([@~]?)(\d+)(?:\/(\d+))?$/.exec(conversationId) ?? [];
  if (first === undefined) return undefined;
  if (sign === '@') return { kind: 'private', userId: first };
  if (sign === '~') return { kind: 'talk', channelId: first };
  return second === undefined
    ? { kind: 'server', guildId: first }
    : { kind: 'channel', guildId: first, channelId: second };
}

export function personIdOf(userId: string): string {
  return `${platform}:${userId}`;
}

/** The user behind a person's id; people of other platforms press nothing here. */
export function userIdOf(personId: string): string {
  return personId.slice(platform.length + 1);
}
