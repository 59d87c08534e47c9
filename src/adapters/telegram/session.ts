import { setTimeout as wait } from 'node:timers/promises';
import type { Telegraf } from 'telegraf';
import type { Handle } from '../../app/ports/platform-adapter.ts';
import type { Api } from './api/api.ts';
import type { Bot, Desk } from './desk.ts';
import { createFollowing } from './following.ts';
import { createIntake } from './hearing/intake.ts';
import { moveGroup } from './hearing/on-membership.ts';
import { createMemory } from './memory.ts';
import type { TelegramAdapterOptions } from './options.ts';
import type { Sleep } from './outgoing/pump.ts';
import { createSender } from './outgoing/sender.ts';
import { introduce } from './profile/introduce.ts';
import { createStage } from './stage/stage.ts';
import { keepPolling } from './transport/poll.ts';
import { openWebhook, type Webhook } from './transport/webhook.ts';

/** What a session is opened with. */
export interface SessionOptions extends TelegramAdapterOptions {
  readonly bot: Telegraf;
  readonly api: Api;
  readonly own: Bot;
  readonly handle: Handle;
  readonly sleep: Sleep;
  readonly stopping: AbortSignal;
}

/** Telegram, joined: updates come in, and what the coach says goes out. */
export interface Session {
  readonly desk: Desk;
  settled(): Promise<void>;
  /** Once `stopping` is aborted: resolves when everything has ended. */
  close(): Promise<void>;
}

/** What waits when the coach stops may still leave for this long. */
const partingMs = 4000;
/** Telegram repeats an update whose taking takes longer than it likes; polling goes on after this long in any case. */
const takingMs = 5000;

export async function openSession(options: SessionOptions): Promise<Session> {
  const { bot, api, log, clock, sleep, stopping, webhook } = options;
  const following = createFollowing(log);
  const desk = createDesk(options, following.follow);
  const intake = createIntake(desk);
  const take = (update: unknown) => {
    const taking = intake.take(update);
    following.follow(taking);
    return within(takingMs, taking);
  };
  let polling: Promise<void> | undefined;
  let hook: Webhook | undefined;
  if (webhook === undefined) {
    bot.use((context) => take(context.update));
    // Ours never throws; without a handler of its own telegraf would end polling, and the process's exit code with it.
    bot.catch((fault) => log.error('telegram-update-failed', fault));
    polling = keepPolling({ bot, clock, sleep, log, stopping });
  } else hook = await openWebhook(webhook, api, take, log);
  following.follow(introduce(desk));

  const settled = () => following.settled();
  return {
    desk,
    settled,
    async close() {
      await polling;
      await hook?.close();
      await within(partingMs, settled());
      await desk.sender.stop();
      await within(partingMs, settled());
    },
  };
}

function createDesk(options: SessionOptions, follow: Desk['follow']): Desk {
  const { api, store, clock, log, sleep, own, handle, commands } = options;
  const memory = createMemory(store, clock);
  const linkTo = (name: string) => `https://t.me/${own.username}?start=${name}`;
  const sender = createSender(api, {
    clock,
    sleep,
    log,
    onMoved: (fromChatId, toChatId) => moveGroup(desk, fromChatId, toChatId),
  });
  const findPicture = async (key: string) =>
    (await store.transaction(({ charts }) => charts.findChart(key)))?.png;
  const stage = createStage({ api, sender, memory, linkTo, findPicture });
  const desk: Desk = {
    api,
    sender,
    stage,
    memory,
    store,
    clock,
    log,
    handle,
    commands,
    bot: own,
    linkTo,
    present: new Set(),
    follow,
  };
  return desk;
}

/** Resolves with the work, or after a while without it. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const early = new AbortController();
  const patience = wait(ms, undefined, { signal: early.signal }).catch(() => undefined);
  await Promise.race([work, patience]);
  early.abort();
}
