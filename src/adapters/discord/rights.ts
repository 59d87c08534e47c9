import { ChannelType, type Client, PermissionFlagsBits } from 'discord.js';

/** What the coach needs in a place, by the names that {@link PermissionFlagsBits} gives. */
export type Right =
  | 'ViewChannel'
  | 'SendMessages'
  | 'EmbedLinks'
  | 'AttachFiles'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'SendMessagesInThreads'
  | 'MentionEveryone';

/** What an invite should ask for, so that everything works at once. */
export const invitedRights: readonly Right[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
];

/** How something is to be posted in a channel. */
export interface Plan {
  readonly channelType: ChannelType;
  readonly inThread: boolean;
  /** A role is to be called that not everyone may call. */
  readonly callsClosedRole: boolean;
}

/** The rights a plan needs and the coach does not have. */
export function missingRights(permissions: bigint, plan: Plan): readonly Right[] {
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return [];
  return neededRights(plan).filter((right) => (permissions & PermissionFlagsBits[right]) === 0n);
}

function neededRights({ channelType, inThread, callsClosedRole }: Plan): readonly Right[] {
  const speaks = ['EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const;
  const calls = callsClosedRole ? (['MentionEveryone'] as const) : [];
  // "Send Messages" has no effect inside of threads, and there are no threads in threads.
  if (isThread(channelType)) return ['ViewChannel', 'SendMessagesInThreads', ...speaks, ...calls];
  // In a forum every message is a thread, which "Send Messages" opens.
  if (isForum(channelType))
    return ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', ...speaks, ...calls];
  const opens = inThread ? (['CreatePublicThreads', 'SendMessagesInThreads'] as const) : [];
  return ['ViewChannel', 'SendMessages', ...speaks, ...opens, ...calls];
}

/** Whether permissions let someone change how a server is run. */
export function mayManage(permissions: bigint): boolean {
  return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Whether a channel holds posts instead of messages. */
export function isForum(type: ChannelType): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

/** Whether a channel is a thread of another. */
function isThread(type: ChannelType): boolean {
  return [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(type);
}

/** What the coach may do in a channel or thread, as the gateway has told it; undefined when it does not see it. */
export function permissionsAt(client: Client, guildId: string, channelId: string): bigint | undefined {
  const guild = client.guilds.cache.get(guildId);
  const me = guild?.members.me;
  if (me === undefined || me === null) return undefined;
  return guild?.channels.cache.get(channelId)?.permissionsFor(me).bitfield;
}
