import { type Client, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

const speaks = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** Where in a server the coach may speak of its own accord: where the server welcomes people, or its first open channel. */
export function findHome(client: Client, guildId: string): string | undefined {
  const guild = client.guilds.cache.get(guildId);
  if (guild === undefined) return undefined;
  const { systemChannel } = guild;
  if (systemChannel !== null && maySpeak(guild, systemChannel)) return systemChannel.id;
  return [...guild.channels.cache.values()]
    .filter((channel) => channel.isTextBased() && !channel.isThread() && !channel.isVoiceBased())
    .sort((one, other) => positionOf(one) - positionOf(other))
    .find((channel) => maySpeak(guild, channel))?.id;
}

function maySpeak(guild: Guild, channel: GuildBasedChannel): boolean {
  const { me } = guild.members;
  return me !== null && channel.permissionsFor(me).has(speaks);
}

/** Channels come in the order of their categories, then in their own. */
function positionOf(channel: GuildBasedChannel): number {
  if (channel.isThread()) return Number.POSITIVE_INFINITY;
  return (channel.parent?.rawPosition ?? -1) * 1000 + channel.rawPosition;
}
