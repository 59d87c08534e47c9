import { registerCommands } from '../../../src/adapters/discord/commands/register.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/discord-adapter.ts';
import type { Services } from '../../../src/app/commands/command.ts';
import { commands } from '../../../src/app/commands/index.ts';
import type { Log, LogFacts } from '../../../src/app/ports/log.ts';
import type { Handle, PlatformAdapter } from '../../../src/app/ports/platform-adapter.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { type LocalDiscord, openLocalDiscord } from '../../../src/rehearsal/discord/local-discord.ts';
import type { ServerPlan } from '../../../src/rehearsal/discord/servers.ts';
import type { Channel, Guild } from '../../../src/rehearsal/discord/world.ts';
import { openStore } from '../../../src/storage/index.ts';
import { stillLaboratory } from '../../support/laboratory.ts';
import { absence, openApiJudge } from './openapi-judge.ts';

/** A line that the operator would read. */
export interface LogLine {
  readonly code: string;
  readonly facts: LogFacts;
  readonly cause?: unknown;
}

export interface OpenDiscord {
  readonly local: LocalDiscord;
  readonly adapter: PlatformAdapter;
  readonly store: Store;
  readonly lines: readonly LogLine[];
  readonly guild: Guild;
  /** The first channel of the server. */
  readonly general: Channel;
  channel(name: string): Channel;
  now(): number;
  wait(ms: number): void;
  /** A second adapter on the same store, as after a restart. */
  restart(): Promise<PlatformAdapter>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly server?: Partial<ServerPlan>;
  readonly store?: Store;
  readonly services?: Pick<Services, 'commands' | 'bank' | 'laboratory'>;
  readonly handsOverReplies?: boolean;
  readonly token?: string;
}

const judge = absence === undefined ? openApiJudge() : undefined;

/** The real adapter on the real library, with a stand-in for Discord that refuses every body Discord would refuse. */
export async function openDiscord(handle: Handle, options: OpenOptions = {}): Promise<OpenDiscord> {
  // The clock stands still unless it is told to go on, however busy the machine is.
  let nowMs = Date.parse('2026-03-02T08:00Z');
  const now = () => nowMs;
  const local = await openLocalDiscord({
    nowMs: now,
    ...(judge !== undefined && { judge }),
    ...(options.handsOverReplies !== undefined && { handsOverReplies: options.handsOverReplies }),
  });
  const guild = local.servers.open({
    name: 'Study group',
    channels: ['general', 'daily', 'corridor'],
    features: ['COMMUNITY'],
    ...options.server,
  });
  const [general] = guild.channels;
  if (general === undefined) throw new Error('a server needs a channel');
  const store = options.store ?? (await openStore(':memory:'));
  const lines: LogLine[] = [];
  const { token, apiRoot } = local;
  await registerCommands(commands, { token, apiRoot });
  const services = options.services ?? {
    commands,
    bank: { questions: [], topics: [], concepts: [] },
    laboratory: stillLaboratory(),
  };
  const make = () =>
    createDiscordAdapter({
      token: options.token ?? token,
      apiRoot,
      store,
      services,
      clock: { nowMs: now },
      log: rememberingLog(lines),
    });
  let adapter = make();
  try {
    await adapter.start(handle);
  } catch (fault) {
    await local.close();
    throw fault;
  }
  await local.quiet();
  return {
    local,
    get adapter() {
      return adapter;
    },
    store,
    lines,
    guild,
    general,
    channel: (name) => guild.channels.find((each) => each.name === name) ?? general,
    now,
    wait(ms) {
      nowMs += ms;
    },
    async restart() {
      await adapter.stop();
      adapter = make();
      await adapter.start(handle);
      await local.quiet();
      return adapter;
    },
    async close() {
      await adapter.stop();
      await local.close();
      if (options.store === undefined) await store.close();
    },
  };
}

function rememberingLog(lines: LogLine[]): Log {
  return {
    info: (code, facts = {}) => lines.push({ code, facts }),
    warn: (code, facts = {}) => lines.push({ code, facts }),
    error: (code, cause, facts = {}) => lines.push({ code, facts, cause }),
  };
}
