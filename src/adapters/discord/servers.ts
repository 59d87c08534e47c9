import type { Client, Guild, GuildBasedChannel } from 'discord.js';
import type { Place } from '../../app/incoming.ts';
import type { Invocation } from '../../app/invocation.ts';
import type { Daily, Store } from '../../app/ports/store.ts';
import type { Language } from '../../core/question/language.ts';
import { serverLanguage } from './languages.ts';
import { conversationIdOf, groupIdOf, spotOf } from './places.ts';
import { mayManage, missingRights, permissionsAt } from './rights.ts';
import type { Surroundings } from './surroundings.ts';
import { words } from './words.ts';

/** Commands after which the coach posts of its own accord. */
const schedules: ReadonlySet<string> = new Set(['daily set', 'daily resume']);

/** What the coach knows of the servers it is in, as the gateway keeps telling it. */
export interface Servers {
  /**
   * Where a command's posts would go, and what the coach may not do there, in the person's language; undefined for commands
   * that schedule nothing. `permissions` are those that Discord named for channels, by their ids.
   */
  checkPlace(
    invocation: Invocation,
    surroundings: Surroundings,
    permissions?: ReadonlyMap<string, string>,
  ): Promise<Place | undefined>;
  /** The roles of a server that people may want called, from the top. */
  roles(guildId: string): readonly ServerRole[];
  /** What a server says about its language, if anything. */
  language(guildId: string): Language | undefined;
  /** Whether someone with these roles may change how the server is run. */
  mayManage(guildId: string, userId: string, roleIds: readonly string[]): boolean;
}

/** A role by its id and name. */
export interface ServerRole {
  readonly id: string;
  readonly name: string;
}

interface Options {
  readonly client: () => Client;
  readonly store: Store;
}

export function createServers({ client, store }: Options): Servers {
  return {
    async checkPlace(invocation, { spot, person }, permissions = new Map()) {
      if (!schedules.has(`${invocation.command} ${invocation.subcommand ?? ''}`)) return undefined;
      if (spot.kind === 'private' || spot.kind === 'server') return undefined;
      const say = words[person.language ?? 'en'];
      const guild = spot.kind === 'channel' ? client().guilds.cache.get(spot.guildId) : undefined;
      if (spot.kind === 'talk' || guild === undefined) {
        return { conversationId: conversationIdOf(spot), missing: [say.notHere] };
      }
      const daily = await store.transaction((tx) => tx.dailies.find(groupIdOf(spot)));
      const channelId = namedChannel(invocation) ?? channelOf(daily) ?? spot.channelId;
      const conversationId = conversationIdOf({ kind: 'channel', guildId: guild.id, channelId });
      const channel = guild.channels.cache.get(channelId);
      const named = permissions.get(channelId);
      const allowed = named === undefined ? permissionsAt(client(), guild.id, channelId) : BigInt(named);
      if (channel === undefined || allowed === undefined) {
        return { conversationId, missing: [say.rights.ViewChannel] };
      }
      const missing = missingRights(allowed, planOf(invocation, daily, guild, channel));
      return { conversationId, missing: missing.map((right) => say.rights[right]) };
    },
    roles(guildId) {
      const roles = [...(client().guilds.cache.get(guildId)?.roles.cache.values() ?? [])];
      return roles
        .filter(({ managed }) => !managed)
        .sort((one, other) => other.position - one.position)
        .map(({ id, name }) => ({ id, name }));
    },
    language(guildId) {
      const guild = client().guilds.cache.get(guildId);
      return guild && serverLanguage(guild.preferredLocale, guild.features);
    },
    mayManage(guildId, userId, roleIds) {
      const guild = client().guilds.cache.get(guildId);
      if (guild === undefined) return false;
      // Everyone has the role that bears the server's own id.
      const permissions = [guildId, ...roleIds].map(
        (id) => guild.roles.cache.get(id)?.permissions.bitfield ?? 0n,
      );
      return guild.ownerId === userId || permissions.some(mayManage);
    },
  };
}

function planOf({ options }: Invocation, daily: Daily | undefined, guild: Guild, channel: GuildBasedChannel) {
  const inThread = options.thread === undefined ? daily?.manner.inThread === true : options.thread === 'on';
  const role = guild.roles.cache.get(options.mention ?? daily?.manner.mention ?? '');
  return {
    channelType: channel.type,
    inThread,
    callsClosedRole: role !== undefined && (!role.mentionable || role.id === guild.id),
  };
}

/** A channel picked from the menu, or typed as a mention. */
function namedChannel({ options }: Invocation): string | undefined {
  return /^(?:<#)?(\d+)>?$/.exec(options.place ?? '')?.[1];
}

function channelOf(daily: Daily | undefined): string | undefined {
  const spot = daily === undefined ? undefined : spotOf(daily.conversationId);
  return spot?.kind === 'channel' ? spot.channelId : undefined;
}
