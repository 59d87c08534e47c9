import { type APIChannel, ChannelFlags, ChannelType, type Client, type ForumChannel } from 'discord.js';
import type { Language } from '../../../core/question/language.ts';
import type { Spot } from '../places.ts';
import { isForum, missingRights, permissionsAt, type Right } from '../rights.ts';
import type { Api } from '../wire/api.ts';
import { words } from '../words.ts';
import { findHome } from './home.ts';

/** Where a post goes. */
export interface Target {
  readonly channelId: string;
  readonly channelType: ChannelType;
  /** Of a forum whose posts need a tag: the one to use. */
  readonly tags: readonly string[];
}

/** What finding a place came to; `reason` names what is missing, for the moderators. */
export type TargetOutcome =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'refused'; readonly reason: string };

/** Without these nothing can be said; without the others less, but something. */
const essential: ReadonlySet<Right> = new Set(['ViewChannel', 'SendMessages', 'SendMessagesInThreads']);

/** The place of a conversation; asked before every post, because rights and channels come and go. */
export async function findTarget(
  client: Client,
  api: Pick<Api, 'channel' | 'openPrivate'>,
  spot: Spot,
  language: Language,
): Promise<TargetOutcome> {
  const say = words[language];
  switch (spot.kind) {
    case 'private':
      return target(await api.openPrivate(spot.userId), ChannelType.DM);
    case 'talk':
      return { kind: 'refused', reason: say.notHere };
    case 'server': {
      const home = findHome(client, spot.guildId);
      return home === undefined ? { kind: 'refused', reason: say.gone } : target(home, ChannelType.GuildText);
    }
    case 'channel':
      return findChannel(client, api, spot, language);
  }
}

/** The rights for want of which a message would be refused, by their names. */
export function rightsMissing(
  client: Client,
  { guildId, channelId }: { readonly guildId: string; readonly channelId: string },
  channelType: ChannelType,
  language: Language,
): readonly string[] {
  const allowed = permissionsAt(client, guildId, channelId);
  if (allowed === undefined) return [];
  const plan = { channelType, inThread: false, callsClosedRole: false };
  return missingRights(allowed, plan)
    .filter((right) => essential.has(right))
    .map((right) => words[language].rights[right]);
}

async function findChannel(
  client: Client,
  api: Pick<Api, 'channel'>,
  spot: Extract<Spot, { kind: 'channel' }>,
  language: Language,
): Promise<TargetOutcome> {
  const { guildId, channelId } = spot;
  const seen = client.channels.cache.get(channelId);
  // A server of another shard is known to Discord only, and a sleeping thread is not kept in mind.
  if (seen === undefined) return fromDiscord(await api.channel(channelId));
  const missing = rightsMissing(client, { guildId, channelId }, seen.type, language);
  if (missing.length > 0) return { kind: 'refused', reason: missing.join(', ') };
  if (!isForum(seen.type)) return target(channelId, seen.type);
  // The type was just checked; the library tells its kinds of channel apart by it.
  const { availableTags, flags } = seen as ForumChannel;
  return target(channelId, seen.type, tagsFor(flags.has(ChannelFlags.RequireTag), availableTags));
}

function fromDiscord(channel: APIChannel): TargetOutcome {
  const { id, type } = channel;
  if (!('available_tags' in channel)) return target(id, type);
  const needsTag = ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  return target(id, type, tagsFor(needsTag, channel.available_tags));
}

function tagsFor(isRequired: boolean, available: readonly { readonly id: string }[]): readonly string[] {
  return isRequired ? available.slice(0, 1).map(({ id }) => id) : [];
}

function target(channelId: string, channelType: ChannelType, tags: readonly string[] = []): TargetOutcome {
  return { kind: 'target', target: { channelId, channelType, tags } };
}
