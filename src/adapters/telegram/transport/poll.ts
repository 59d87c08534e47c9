import { setTimeout as wait } from 'node:timers/promises';
import type { Telegraf } from 'telegraf';
import type { Clock } from '../../../app/ports/clock.ts';
import type { Log } from '../../../app/ports/log.ts';
import { readFailure } from '../api/failure.ts';
import { updateKinds } from '../hearing/update.ts';
import type { Sleep } from '../outgoing/pump.ts';

/** What polling works with. */
export interface PollOptions {
  readonly bot: Telegraf;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

const firstBackOffMs = 1000;
const longestBackOffMs = 60_000;

/**
 * Keeps asking Telegram for updates until the signal. telegraf gives up for good when another process still polls, as the
 * one before a quick restart does for up to a minute, and whenever the network fails at the wrong moment; so it is started
 * again, ever less eagerly.
 */
export async function keepPolling({ bot, clock, sleep, log, stopping }: PollOptions): Promise<void> {
  let backOffMs = firstBackOffMs;
  const isOver = () => stopping.aborted;
  while (!isOver()) {
    const startedMs = clock.nowMs();
    const why = await pollUntilItEnds(bot, stopping);
    if (isOver()) return;
    log.warn('telegram-polling-interrupted', { why });
    // A new token needs a new start.
    if (why === 'wrong-token') return;
    if (clock.nowMs() - startedMs > longestBackOffMs) backOffMs = firstBackOffMs;
    await sleep(backOffMs, stopping);
    backOffMs = Math.min(backOffMs * 2, longestBackOffMs);
  }
}

async function pollUntilItEnds(bot: Telegraf, stopping: AbortSignal): Promise<string> {
  const ended = new AbortController();
  const stop = () => void stopUntilItEnds(bot, ended.signal);
  stopping.addEventListener('abort', stop, { once: true });
  try {
    await bot.launch({ allowedUpdates: [...updateKinds] });
    return 'ended';
  } catch (thrown) {
    return readFailure(thrown).kind;
  } finally {
    ended.abort();
    stopping.removeEventListener('abort', stop);
  }
}

/** Between two tries to stop telegraf. */
const insistEveryMs = 20;

/** telegraf cannot be stopped while it is only about to poll, and then polls for ever; so it is told until it ends. */
async function stopUntilItEnds(bot: Telegraf, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    try {
      bot.stop();
    } catch {
      // It does not poll yet.
    }
    await wait(insistEveryMs, undefined, { signal: ended }).catch(() => undefined);
  }
}
