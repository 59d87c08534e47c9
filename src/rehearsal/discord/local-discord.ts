import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { type Gateway, openGateway } from './gateway.ts';
import { createLetters } from './letters.ts';
import { createPerson, type Person } from './people.ts';
import { createRest, type Exchange } from './rest.ts';
import type { Platform } from './routes/route.ts';
import type { Judge } from './rules/judge.ts';
import { createServers, type Servers } from './servers.ts';
import { createSnowflakes } from './snowflake.ts';
import { createTroubles, type Troubles } from './troubles.ts';
import type { OpenInteraction, User, World } from './world.ts';

export interface LocalDiscordOptions {
  /** Epoch milliseconds; ids, tokens and the three seconds for a first response go by it. */
  readonly nowMs?: () => number;
  /** A second opinion on every body; what it finds wrong is refused. */
  readonly judge?: Judge;
  /** How many parts Discord recommends to share the servers in. */
  readonly shards?: number;
  /** Discord is of two minds whether the words of replies reach a bot; here one chooses. */
  readonly handsOverReplies?: boolean;
}

/** A stand-in for Discord on this machine: its gateway and its REST API, speaking the real protocol to a real client. */
export interface LocalDiscord {
  /** What `DISCORD_API_ROOT` would say. */
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly servers: Servers;
  readonly troubles: Troubles;
  /** Every request so far. */
  readonly exchanges: readonly Exchange[];
  addPerson(name: string, locale?: string): Person;
  /** Resolves when something holds, or throws after a while (twenty seconds), naming it. */
  until(what: string, holds: () => boolean, limitMs?: number): Promise<void>;
  /** Resolves when nothing has been asked of us for a moment. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const apiPath = '/api/v10';
const gatewayPath = '/gateway';
const untilLimitMs = 20_000;
/** Longer than the coach ever waits between two requests it makes of its own accord. */
const momentMs = 40;
/** A request goes through a few turns of the loop in the client, in us, and back. */
const turnsToHear = 20;

export async function openLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { nowMs = Date.now, judge, handsOverReplies = true, shards = 1 } = options;
  const token = 'local.bot.token';
  const world = newWorld(nowMs);
  const exchanges: Exchange[] = [];
  const troubles = createTroubles();
  const server = createServer();
  const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gatewayUrl = () => `ws://${address()}${gatewayPath}`;
  const gateway = openGateway({ server, path: gatewayPath, world, token, url: gatewayUrl });
  const letters = createLetters(world, gateway, () => `http://${address()}/attachments`);
  const platform: Platform = { world, gateway, letters, gatewayUrl, shards };
  const rest = createRest({ platform, token, root: apiPath, troubles, judge, exchanges });
  server.on('request', (request, response) => void rest(request, response));
  await listen(server);

  async function until(what: string, holds: () => boolean, limitMs = untilLimitMs): Promise<void> {
    const from = performance.now();
    while (!holds()) {
      if (performance.now() - from > limitMs) throw new Error(`Waited in vain: ${what}`);
      await wait(5);
    }
  }

  async function quiet(): Promise<void> {
    let before = -1;
    while (before !== exchanges.length) {
      before = exchanges.length;
      await wait(momentMs);
      // On a busy machine a moment may pass without a turn of ours; what has arrived meanwhile is read in these.
      for (let turn = 0; turn < turnsToHear; turn += 1) await nextTurn();
    }
  }

  return {
    apiRoot: `http://${address()}/api`,
    token,
    world,
    gateway,
    servers: createServers(world, gateway),
    troubles,
    exchanges,
    until,
    quiet,
    addPerson(name, locale = 'en-US') {
      const user: User = { id: world.newId(), name, locale, isBot: false, isClosed: false };
      world.users.set(user.id, user);
      return createPerson(user, {
        platform,
        handsOverReplies: () => handsOverReplies,
        settle: (interaction) => settle(interaction, until, quiet),
      });
    },
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves when an interaction has got all that it gets at once: its response, and what fills or follows that. */
async function settle(
  interaction: OpenInteraction,
  until: LocalDiscord['until'],
  quiet: LocalDiscord['quiet'],
): Promise<void> {
  const { source, followUps } = interaction;
  const before = source?.revision ?? 0;
  await until('a first response', () => interaction.acknowledgedAfterMs !== undefined);
  if (interaction.choices !== undefined || interaction.modal !== undefined) return;
  const isFilled = () =>
    interaction.original === source && source !== undefined
      ? followUps.length > 0 || source.revision > before
      : interaction.original?.isLoading !== true;
  await until('what follows the first response', isFilled);
  await quiet();
}

function newWorld(nowMs: () => number): World {
  const newId = createSnowflakes(nowMs);
  const bot: User = { id: newId(), name: 'GradCoach', locale: 'en-US', isBot: true, isClosed: false };
  return {
    applicationId: bot.id,
    bot,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    privateChannels: [],
    interactions: new Map(),
    commands: new Map(),
    uploads: new Map(),
    newId,
    nowMs,
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}
