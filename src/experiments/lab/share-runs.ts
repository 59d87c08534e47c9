import type { RunOutcome, RunTicket } from '../../app/ports/laboratory.ts';

/** Lets people who ask for the same run at the same time share one. */
export interface SharedRuns {
  /**
   * Joins the run going on under this key, or starts one. A signal takes its owner out at once;
   * the run itself is stopped when nobody is left.
   */
  join(key: string, start: (stop: AbortSignal) => StartedRun, signal: AbortSignal): RunTicket;
  /** Stops every run, whoever waits for it, and resolves when all have ended. */
  stopAll(): Promise<void>;
}

/** A run in the line or at a bench. */
export interface StartedRun {
  readonly ahead: () => number;
  /** Resolves when the line has moved next. */
  readonly moved: () => Promise<void>;
  /** Never rejects. */
  readonly outcome: Promise<RunOutcome>;
}

interface Going extends StartedRun {
  readonly stop: AbortController;
  waiters: number;
}

/** Nothing is going on yet. */
export function createSharedRuns(): SharedRuns {
  const going = new Map<string, Going>();

  function startUnder(key: string, start: (stop: AbortSignal) => StartedRun): Going {
    const stop = new AbortController();
    const started: Going = { ...start(stop.signal), stop, waiters: 0 };
    const forget = () => {
      if (going.get(key) === started) going.delete(key);
    };
    going.set(key, started);
    // A stopped run must not be joined any more, even while it is still on its way out.
    stop.signal.addEventListener('abort', forget);
    void started.outcome.then(forget);
    return started;
  }

  return {
    join: (key, start, signal) => {
      const run = going.get(key) ?? startUnder(key, start);
      return { ahead: run.ahead(), progress: progressOf(run), outcome: waitFor(run, signal) };
    },
    stopAll: async () => {
      const runs = [...going.values()];
      for (const { stop } of runs) stop.abort();
      await Promise.all(runs.map(({ outcome }) => outcome));
    },
  };
}

async function* progressOf({ ahead, moved, outcome }: StartedRun): AsyncGenerator<number> {
  const ended = outcome.then(() => 'ended' as const);
  for (let last = ahead(); last > 0; ) {
    const event = await Promise.race([moved().then(() => 'moved' as const), ended]);
    if (event === 'ended') return;
    const now = ahead();
    if (now === last) continue;
    last = now;
    yield now;
  }
}

async function waitFor(run: Going, signal: AbortSignal): Promise<RunOutcome> {
  run.waiters++;
  let onAbort: () => void = () => undefined;
  const left = new Promise<RunOutcome>((resolve) => {
    onAbort = () => {
      run.waiters--;
      // The last one out stops the run and waits until its place is free again.
      if (run.waiters === 0) run.stop.abort();
      else resolve({ kind: 'stopped' });
    };
  });
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const outcome = await Promise.race([run.outcome, left]);
  signal.removeEventListener('abort', onAbort);
  return outcome;
}
