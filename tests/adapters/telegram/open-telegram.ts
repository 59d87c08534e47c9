import { afterEach } from 'vitest';
import type { TelegramAdapterOptions } from '../../../src/adapters/telegram/options.ts';
import {
  createTelegramAdapter,
  type TelegramAdapter,
} from '../../../src/adapters/telegram/telegram-adapter.ts';
import { commands } from '../../../src/app/commands/index.ts';
import type { Log } from '../../../src/app/ports/log.ts';
import type { Handle } from '../../../src/app/ports/platform-adapter.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { type Cast, createCast } from '../../../src/rehearsal/telegram/people/cast.ts';
import { type BotApiServer, startBotApi } from '../../../src/rehearsal/telegram/server/bot-api-server.ts';
import { createSimulatedTime, type SimulatedTime } from '../../../src/rehearsal/telegram/simulated-time.ts';
import { openStore } from '../../../src/storage/index.ts';
import { judgeByDocument } from './bot-api-document.ts';

/** The real adapter with the real telegraf against the local Bot API, on a clock of its own. */
export interface OpenTelegram {
  readonly adapter: TelegramAdapter;
  readonly server: BotApiServer;
  readonly cast: Cast;
  readonly store: Store;
  readonly time: SimulatedTime;
  /** Codes of what was logged, with the causes of errors. */
  readonly logged: readonly string[];
  /** Resolves when every update has been taken in and everything said has arrived. */
  settle(): Promise<void>;
  /** Another run of the adapter on the same store, after this one has ended. */
  restart(handle: Handle): Promise<void>;
  close(): Promise<void>;
}

const opened: OpenTelegram[] = [];
/** Whatever a test opened and did not close is closed after it. */
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** Monday morning, the second of March. */
const startMs = Date.parse('2026-03-02T08:00Z');

export async function openTelegram(
  handle: Handle,
  options: Partial<TelegramAdapterOptions> = {},
): Promise<OpenTelegram> {
  const time = createSimulatedTime(startMs);
  const server = await startBotApi({ clock: time, judge: judgeByDocument });
  const store = options.store ?? (await openStore(':memory:'));
  const logged: string[] = [];
  const log: Log = {
    info() {},
    warn: (code) => logged.push(code),
    error: (code, cause) => logged.push(`${code}: ${cause instanceof Error ? cause.message : String(cause)}`),
  };
  const create = () =>
    createTelegramAdapter({
      token: server.token,
      webhook: undefined,
      apiRoot: server.url,
      store,
      clock: time,
      log,
      commands,
      sleep: (ms, signal) => time.sleep(ms, signal),
      ...options,
    });
  let adapter = create();
  await adapter.start(handle);
  const telegram: OpenTelegram = {
    get adapter() {
      return adapter;
    },
    server,
    cast: createCast(server.world),
    store,
    time,
    logged,
    async settle() {
      await server.world.updates.confirmed();
      await adapter.settled();
    },
    async restart(nextHandle) {
      await adapter.stop();
      adapter = create();
      await adapter.start(nextHandle);
    },
    async close() {
      opened.splice(opened.indexOf(telegram), 1);
      await adapter.stop();
      await server.close();
      if (options.store === undefined) await store.close();
    },
  };
  opened.push(telegram);
  return telegram;
}
