import { setTimeout as wait } from 'node:timers/promises';
import type { Handle, PlatformAdapter } from '../../app/ports/platform-adapter.ts';
import { createApi } from './api/api.ts';
import { createBot, meetTelegram } from './connect.ts';
import type { Bot } from './desk.ts';
import type { TelegramAdapterOptions } from './options.ts';
import { post } from './post.ts';
import { openSession, type Session } from './session.ts';

/** The adapter, and when it has nothing left to say. */
export interface TelegramAdapter extends PlatformAdapter {
  /** Resolves when everything taken in has been shown. */
  settled(): Promise<void>;
}

const firstBackOffMs = 1000;
const longestBackOffMs = 60_000;

/** Telegram: groups, forum topics and private chats. */
export function createTelegramAdapter(options: TelegramAdapterOptions): TelegramAdapter {
  const { token, apiRoot, log, sleep = sleepInEarnest } = options;
  const bot = createBot(token, apiRoot);
  const api = createApi(bot.telegram);
  const stopping = new AbortController();
  let session: Session | undefined;
  let connecting: Promise<void> | undefined;

  async function open(own: Bot, handle: Handle): Promise<void> {
    session = await openSession({ ...options, sleep, bot, api, own, handle, stopping: stopping.signal });
    log.info('telegram-joined', { bot: own.id });
  }

  /** Goes on trying while Telegram cannot be reached; the rest of the coach runs meanwhile. */
  async function connectLater(handle: Handle): Promise<void> {
    const isOver = () => stopping.signal.aborted;
    for (let backOffMs = firstBackOffMs; !isOver(); ) {
      log.warn('telegram-unreachable', { againInMs: backOffMs });
      await sleep(backOffMs, stopping.signal);
      const own = isOver() ? undefined : await meetTelegram(api);
      if (own !== undefined) return open(own, handle);
      backOffMs = Math.min(backOffMs * 2, longestBackOffMs);
    }
  }

  return {
    name: 'telegram',
    // Telegram has no key that makes it drop a repeated message.
    dropsRepeatedPosts: false,
    async start(handle) {
      const own = await meetTelegram(api);
      if (own !== undefined) return open(own, handle);
      connecting = connectLater(handle).catch((fault: unknown) => log.error('telegram-not-joined', fault));
    },
    post: (given) =>
      session === undefined
        ? Promise.resolve({ kind: 'later', retryAfterMs: longestBackOffMs })
        : post(session.desk, given),
    async settled() {
      await session?.settled();
    },
    async stop() {
      stopping.abort();
      await connecting;
      await session?.close();
    },
  };
}

async function sleepInEarnest(ms: number, signal: AbortSignal): Promise<void> {
  // Aborting a wait ends it; that is no failure.
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
