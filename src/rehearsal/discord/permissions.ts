import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Channel, Guild, World } from './world.ts';

/** Everything there is. */
const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What someone may do in a channel, as Discord works it out: roles, then what the channel says about roles and members. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (guild === undefined) return allPermissions;
  if (guild.ownerId === userId) return allPermissions;
  const roles = [guild.id, ...(guild.memberRoles.get(userId) ?? [])];
  const base = guild.roles
    .filter(({ id }) => roles.includes(id))
    .reduce((all, role) => all | role.permissions, 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return allPermissions;
  return withOverwrites(base, overwritesOf(guild, channel), guild.id, roles, userId);
}

/** A thread has no overwrites of its own. */
function overwritesOf(guild: Guild, channel: Channel): Channel['overwrites'] {
  const home = isThread(channel) ? guild.channels.find(({ id }) => id === channel.parentId) : channel;
  return home?.overwrites ?? [];
}

function withOverwrites(
  base: bigint,
  overwrites: Channel['overwrites'],
  everyoneId: string,
  roles: readonly string[],
  userId: string,
): bigint {
  const steps = [
    overwrites.filter(({ id }) => id === everyoneId),
    overwrites.filter(({ id, kind }) => kind === 'role' && id !== everyoneId && roles.includes(id)),
    overwrites.filter(({ id, kind }) => kind === 'member' && id === userId),
  ];
  return steps.reduce((allowed, step) => {
    const deny = step.reduce((all, each) => all | each.deny, 0n);
    const allow = step.reduce((all, each) => all | each.allow, 0n);
    return (allowed & ~deny) | allow;
  }, base);
}

/** Whether a channel is a thread. */
export function isThread({ type }: Channel): boolean {
  return [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(type);
}

/** Whether a channel holds posts. */
export function isForum({ type }: Channel): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}
