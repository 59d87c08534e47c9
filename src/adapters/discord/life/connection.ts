import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type Guild,
} from 'discord.js';
import { CoachError } from '../../../app/coach-error.ts';
import type { Log } from '../../../app/ports/log.ts';
import type { Interaction } from '../surroundings.ts';
import { createClient, type Shards } from './client.ts';

/** What comes in over the gateway. */
export interface Ears {
  onInteraction(interaction: Interaction): void;
  onMessage(message: GatewayMessageCreateDispatchData): void;
  onGuildAdded(guild: Guild): void;
  onGuildRemoved(guild: Guild): void;
  /** Every server is known: at the start, and after the connection had to be made anew. */
  onReady(client: Client<true>): void;
}

/** What connecting needs. */
export interface ConnectionOptions {
  readonly token: string;
  readonly apiRoot: string | undefined;
  readonly shards: Shards | undefined;
  readonly ears: Ears;
  readonly log: Log;
}

/** The gateway; the library resumes lost connections by itself, and {@link watch} makes a new one when that fails. */
export interface Connection {
  client(): Client;
  /** Resolves when people can be heard. Throws a {@link CoachError} when that cannot be. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** How long Discord may take to tell us our servers. */
const readyLimitMs = 60_000;

export function createConnection(options: ConnectionOptions): Connection {
  let client = createClient(options.apiRoot, options.shards);
  let isUsed = false;
  return {
    client: () => client,
    async open() {
      // A client that was destroyed does not come back to life.
      if (isUsed) client = createClient(options.apiRoot, options.shards);
      isUsed = true;
      listen(client, options);
      await logIn(client, options);
    },
    close: () => client.destroy(),
  };
}

function listen(client: Client, { ears, log }: ConnectionOptions): void {
  // Interactions and messages are taken as Discord sends them: what the coach needs of them is all there, with its types.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: Interaction) =>
    ears.onInteraction(interaction),
  );
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
    ears.onMessage(message),
  );
  client.on(Events.GuildCreate, (guild) => ears.onGuildAdded(guild));
  client.on(Events.GuildDelete, (guild) => ears.onGuildRemoved(guild));
  client.once(Events.ClientReady, (ready) => ears.onReady(ready));
  // Without a listener an error of the library would end the process.
  client.on(Events.Error, (error) => log.error('discord-client-error', error));
  client.on(Events.ShardError, (error, shard) => log.error('discord-shard-error', error, { shard }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.warn('discord-disconnected', { shard, code }));
  client.on(Events.ShardReconnecting, (shard) => log.info('discord-reconnecting', { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info('discord-resumed', { shard, replayed }));
}

async function logIn(client: Client, { token, apiRoot }: ConnectionOptions): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    timer = setTimeout(() => reject(new Error('Discord did not tell our servers in time')), readyLimitMs);
  });
  // `login` may fail first; then nobody waits for this any more.
  ready.catch(() => {});
  try {
    await client.login(token);
    await ready;
  } catch (cause) {
    await client.destroy();
    throw toCoachError(cause, apiRoot);
  } finally {
    clearTimeout(timer);
  }
}

function toCoachError(cause: unknown, apiRoot: string | undefined): CoachError {
  if (cause instanceof Error && 'code' in cause && cause.code === 'TokenInvalid') {
    return new CoachError(
      'discord-token',
      'Discord does not accept DISCORD_TOKEN. Copy the token anew from the Bot page of your application (docs/setup-discord.md). Everything else goes on.',
      { cause },
    );
  }
  const where = apiRoot === undefined ? '' : ' at DISCORD_API_ROOT';
  return new CoachError(
    'discord-unreachable',
    `Discord cannot be reached${where}. I keep trying; everything else goes on.`,
    { cause },
  );
}
