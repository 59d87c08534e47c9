import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

/** How the process shares the servers with others; absent: it holds them all. */
export interface Shards {
  readonly ids: readonly number[];
  readonly count: number;
}

/** No privileged intent: what people say is only heard where Discord hands it over anyway. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** The library's client, which keeps in mind only what is asked of it: servers, channels, roles and ourselves. */
export function createClient(apiRoot: string | undefined, shards: Shards | undefined): Client {
  return new Client({
    intents,
    // Direct messages come from channels that the client has not seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ...(apiRoot !== undefined && { rest: { api: apiRoot } }),
    ...(shards === undefined
      ? { shards: 'auto' as const }
      : { shards: [...shards.ids], shardCount: shards.count }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      ThreadMemberManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      VoiceStateManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
    }),
  });
}
