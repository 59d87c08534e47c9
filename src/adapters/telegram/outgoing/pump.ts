import type { Clock } from '../../../app/ports/clock.ts';
import type { Paced, Pacing } from './pacing.ts';

/** Waits; resolves early when the signal is aborted. Given, so that tests need not live through a minute. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** What the pump works with. */
export interface PumpOptions<J extends Paced> {
  readonly pacing: Pacing<J>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Does a job and tells the pacing what became of it. */
  readonly perform: (job: J) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/** Takes jobs out of the pacing as their time comes. */
export interface Pump {
  /** There is something to do, or more than before. */
  start(): void;
  readonly isStopped: boolean;
  settled(): Promise<void>;
  /** Resolves when no job is under way; what waits is left. */
  stop(): Promise<void>;
}

export function createPump<J extends Paced>(options: PumpOptions<J>): Pump {
  const { pacing, clock, sleep, perform, onFault } = options;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let pumping: Promise<void> | undefined;
  let news = new AbortController();

  /** Resolves at an instant, or earlier when there is news. */
  const until = (atMs: number) =>
    sleep(Math.max(0, atMs - clock.nowMs()), AbortSignal.any([news.signal, stopping.signal]));
  const untilNews = () =>
    new Promise<void>((resolve) => news.signal.addEventListener('abort', () => resolve(), { once: true }));
  const tellNews = () => news.abort();

  function begin(job: J): void {
    const work = perform(job)
      .catch(onFault)
      .finally(() => {
        underWay.delete(work);
        tellNews();
      });
    underWay.add(work);
  }

  async function pump(): Promise<void> {
    while (pacing.size > 0 && !stopping.signal.aborted) {
      news = new AbortController();
      const next = pacing.next(clock.nowMs());
      if (next.kind === 'send') begin(next.job);
      else await (next.kind === 'wait' ? until(next.untilMs) : untilNews());
    }
  }

  function start(): void {
    tellNews();
    pumping ??= pump().finally(() => {
      pumping = undefined;
      // Someone may have come between the last look and this line.
      if (pacing.size > 0 && !stopping.signal.aborted) start();
    });
  }

  return {
    get isStopped() {
      return stopping.signal.aborted;
    },
    start,
    async settled() {
      while (pumping !== undefined) await pumping;
    },
    async stop() {
      stopping.abort();
      tellNews();
      await pumping;
      await Promise.allSettled(underWay);
    },
  };
}
