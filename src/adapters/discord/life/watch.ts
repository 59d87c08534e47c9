import { type Client, Status } from 'discord.js';
import type { Log } from '../../../app/ports/log.ts';
import type { Connection } from './connection.ts';

/** How often the connection is looked after. */
const lookEveryMs = 60_000;
/** Discord acknowledges a heartbeat every 41 s; after this long without, nothing will come any more. */
const silenceMs = 5 * 60_000;
/** Each failed attempt waits twice as long as the one before, up to this: Discord counts logins. */
const longestWaitMs = 3_600_000;

/** What watching needs. */
export interface WatchOptions {
  readonly connection: Connection;
  readonly log: Log;
  /** The connection could not be opened at the start, so it is to be tried again. */
  readonly isDown: boolean;
  readonly lookEveryMs?: number;
  /** The machine's own clock, because the library notes heartbeats by it. */
  readonly nowMs?: () => number;
}

/**
 * Makes the connection anew when it has gone silent: sockets have been seen to die without a word (discord.js#8486, #9411).
 * Gives how to stop, which waits for an attempt under way.
 */
export function watch(options: WatchOptions): () => Promise<void> {
  const { connection, log, isDown, lookEveryMs: every = lookEveryMs, nowMs = Date.now } = options;
  let lastSignMs = isDown ? Number.NEGATIVE_INFINITY : nowMs();
  let nextTryMs = nowMs();
  let waitMs = every;
  let trying: Promise<void> | undefined;

  async function reopen(): Promise<void> {
    try {
      log.warn('discord-silent', {});
      await connection.close();
      await connection.open();
      lastSignMs = nowMs();
    } catch (fault) {
      log.error('discord-not-reopened', fault);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
      nextTryMs = nowMs() + waitMs;
    }
  }

  function look(): void {
    if (trying !== undefined) return;
    if (isAlive(connection.client(), nowMs())) {
      lastSignMs = nowMs();
      waitMs = every;
    } else if (nowMs() - lastSignMs >= silenceMs && nowMs() >= nextTryMs) {
      trying = reopen().finally(() => {
        trying = undefined;
      });
    }
  }

  const timer = setInterval(look, every);
  return async () => {
    clearInterval(timer);
    await trying;
  };
}

function isAlive(client: Client, nowMs: number): boolean {
  const { shards } = client.ws;
  return (
    shards.size > 0 &&
    shards.every(
      ({ status, lastPingTimestamp }) => status === Status.Ready && nowMs - lastPingTimestamp < silenceMs,
    )
  );
}
