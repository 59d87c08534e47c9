import { type Client, Status } from 'discord.js';
import type { Clock } from '../../../app/ports/clock.ts';
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
  readonly clock: Clock;
  readonly log: Log;
  /** The connection could not be opened at the start, so it is to be tried again. */
  readonly isDown: boolean;
  readonly lookEveryMs?: number;
}

/**
 * Makes the connection anew when it has gone silent: sockets have been seen to die without a word (discord.js#8486, #9411).
 * Gives how to stop.
 */
export function watch({
  connection,
  clock,
  log,
  isDown,
  lookEveryMs: every = lookEveryMs,
}: WatchOptions): () => void {
  let lastSignMs = isDown ? Number.NEGATIVE_INFINITY : clock.nowMs();
  let nextTryMs = clock.nowMs();
  let waitMs = every;
  let isTrying = false;
  const timer = setInterval(() => void look(), every);

  async function look(): Promise<void> {
    const nowMs = clock.nowMs();
    if (isTrying) return;
    if (isAlive(connection.client(), nowMs)) {
      lastSignMs = nowMs;
      waitMs = every;
      return;
    }
    if (nowMs - lastSignMs < silenceMs || nowMs < nextTryMs) return;
    isTrying = true;
    try {
      log.warn('discord-silent', {});
      await connection.close();
      await connection.open();
      lastSignMs = clock.nowMs();
    } catch (fault) {
      log.error('discord-not-reopened', fault);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
      nextTryMs = clock.nowMs() + waitMs;
    } finally {
      isTrying = false;
    }
  }
  return () => clearInterval(timer);
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
