import type { Client, Guild } from 'discord.js';
import type { Action, Incoming } from '../../../app/incoming.ts';
import type { Desk } from '../desk.ts';
import { serverLanguage } from '../languages.ts';
import { groupIdOf, personIdOf, platform, type Spot, spotOf } from '../places.ts';
import { findHome } from '../posts/home.ts';
import { conversationAt } from '../surroundings.ts';
import { newMessage } from '../wire/message-body.ts';
import { troubleOf } from '../wire/trouble.ts';

/** Servers that add and remove the coach, also while it was away. Never rejects: a fault is logged. */
export interface Membership {
  added(client: Client, guild: Guild): Promise<void>;
  removed(guildId: string): Promise<void>;
  /** Compares the servers there are with those that are known. */
  compare(client: Client): Promise<void>;
}

export function createMembership(desk: Desk, ownId: () => string): Membership {
  const { log, clock } = desk;

  async function tell(
    spot: Spot,
    id: string,
    action: Action,
    language: Incoming['conversation']['language'],
  ) {
    const person = { id: personIdOf(ownId()), name: 'GradCoach', isModerator: true };
    const conversation = conversationAt(spot, language);
    return desk.handle({ id: `${platform}:${id}`, conversation, person, action, atMs: clock.nowMs() });
  }

  async function added(client: Client, guild: Guild): Promise<void> {
    const home = findHome(client, guild.id);
    const spot: Spot =
      home === undefined
        ? { kind: 'server', guildId: guild.id }
        : { kind: 'channel', guildId: guild.id, channelId: home };
    const language = serverLanguage(guild.preferredLocale, guild.features);
    const { replies } = await tell(
      spot,
      `joined:${guild.id}:${guild.joinedTimestamp}`,
      { kind: 'joined' },
      language,
    );
    if (home === undefined) return log.info('discord-no-home', { guild: guild.id });
    for (const reply of replies) {
      const { messages, charts } = await desk.writer.write(reply);
      for (const message of messages) await desk.api.send(home, newMessage(message, charts));
    }
  }

  async function removed(guildId: string): Promise<void> {
    const id = `left:${guildId}:${clock.nowMs()}`;
    await tell({ kind: 'server', guildId }, id, { kind: 'left' }, undefined);
  }

  /** One server's trouble is not the others'. */
  async function logged(guild: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      if (troubleOf(fault) === 'refused') log.info('discord-not-welcomed', { guild });
      else log.error('discord-membership-failed', fault, { guild });
    }
  }

  return {
    added: (client, guild) => logged(guild.id, () => added(client, guild)),
    removed: (guildId) => logged(guildId, () => removed(guildId)),
    async compare(client) {
      const known = new Set(await desk.store.transaction((tx) => tx.groups.present(platform)));
      for (const guild of client.guilds.cache.values()) {
        const id = groupIdOf({ kind: 'server', guildId: guild.id });
        if (guild.available && !known.has(id)) await logged(guild.id, () => added(client, guild));
      }
      for (const id of known) {
        const spot = spotOf(id);
        if (spot?.kind !== 'server' || !isOurs(client, spot.guildId)) continue;
        if (!client.guilds.cache.has(spot.guildId)) await logged(spot.guildId, () => removed(spot.guildId));
      }
    },
  };
}

/** Whether a server would be one of this process's shards, were we in it. */
function isOurs({ ws, options }: Client, guildId: string): boolean {
  const shard = Number((BigInt(guildId) >> 22n) % BigInt(options.shardCount ?? 1));
  return ws.shards.has(shard);
}
