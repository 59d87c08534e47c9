import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../app/ports/clock.ts';

/** A clock of the rehearsal's own: it stands still while people act, and whoever waits moves it on. */
export interface SimulatedTime extends Clock {
  /** Waits without living through it. Resolves early, without having waited, when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Moves on to an instant; never back. */
  moveTo(atMs: number): void;
}

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
      // A turn of the loop, so that what is already on its way comes first.
      await wait(1, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) moveTo(untilMs);
    },
  };
}
