import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../app/ports/clock.ts';

/** A clock of the rehearsal's own: it stands still while people act, and whoever waits moves it on. */
export interface SimulatedTime extends Clock {
  /** Waits without living through it. Resolves early, without having waited, when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Moves on to an instant; never back. */
  moveTo(atMs: number): void;
}

const longestWaitMs = 10;

export function createSimulatedTime(startMs: number): SimulatedTime {
  let nowMs = startMs;
  const moveTo = (atMs: number) => {
    nowMs = Math.max(nowMs, atMs);
  };
  return {
    nowMs: () => nowMs,
    moveTo,
    async sleep(ms, signal) {
      const untilMs = nowMs + ms;
      // Long enough for what is already on its way to come first, as it would within seconds, on a busy machine too.
      await wait(Math.min(ms / 100, longestWaitMs), undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) moveTo(untilMs);
    },
  };
}
