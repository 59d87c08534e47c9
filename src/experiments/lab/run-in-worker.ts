import { Piscina } from 'piscina';
import type { Backend } from '../backend.ts';
import type { PerformedRun } from '../perform-run.ts';
import type { Answer, Job } from '../worker.ts';

/** One worker thread that runs one experiment at a time and is replaced whenever it has to be. */
export interface Workbench {
  /** Runs a job; never rejects. A job whose signal aborts or whose time is up ends within 200 ms, whatever it is doing. */
  run(job: Omit<Job, 'stopFlag'>, signal: AbortSignal, timeLimitMs: number): Promise<WorkOutcome>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** How a job ended. */
export type WorkOutcome =
  | { readonly kind: 'done'; readonly run: PerformedRun }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'timed-out' }
  /** The thread died or the run threw. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** What a workbench needs to know. */
export interface WorkbenchOptions {
  /** Compiled worker module; Node 20 cannot load TypeScript in a thread. */
  readonly workerFile: URL;
  readonly backend?: Backend;
  /** A thread that holds more than this after a run is replaced; wasm memory never shrinks. */
  readonly recycleAboveBytes: number;
  /** How far behind the rest of the process the thread stands in the operating system's queue. */
  readonly niceness: number;
  /** Told when a thread dies between runs or cannot start. */
  readonly onFault: (error: unknown) => void;
}

/** How long a thread may take to load and warm up; a small machine under load needs many seconds. */
const warmUpLimitMs = 60_000;

/** How long a run may take to notice that it should stop, before its thread is ended under it. */
const graceMs = 120;

/** Starts the thread at once, so that it is warm by the time somebody asks. */
export function openWorkbench(options: WorkbenchOptions): Workbench {
  let thread = startThread(options);

  async function runJob(job: Omit<Job, 'stopFlag'>, stop: Stop): Promise<WorkOutcome> {
    if (thread.isDead()) thread = startThread(options);
    const current = thread;
    try {
      // A slow machine takes long to warm a thread up; the run's own time begins when that is over.
      await Promise.race([current.ready, current.death, stop.requested]);
      if (stop.reason() !== undefined) return { kind: 'stopped' };
      stop.startClock();
      const running = current.pool.run({ ...job, stopFlag: stop.flag }, { signal: stop.endThread });
      const answer = await Promise.race([running, current.death]);
      if (answer.kind === 'stopped') return { kind: stop.reason() ?? 'stopped' };
      if (answer.threadBytes > options.recycleAboveBytes) {
        thread = startThread(options);
        await current.pool.destroy();
      }
      return { kind: 'done', run: answer.run };
    } catch (error) {
      const reason = stop.reason();
      return reason === undefined ? { kind: 'failed', error } : { kind: reason };
    }
  }

  return {
    run: async (job, signal, timeLimitMs) => {
      const stop = createStop(signal, timeLimitMs);
      const outcome = await runJob(job, stop);
      stop.release();
      return outcome;
    },
    close: async () => {
      await thread.pool.destroy();
    },
  };
}

/** A pool of one. */
interface Thread {
  /** Resolves when the thread is warm. */
  readonly ready: Promise<void>;
  readonly pool: Piscina<Job | undefined, Answer>;
  /** Rejects when the thread cannot start, or dies with nothing to run; while it runs, the run rejects instead. */
  readonly death: Promise<never>;
  readonly isDead: () => boolean;
}

function startThread({ workerFile, backend, niceness, onFault }: WorkbenchOptions): Thread {
  const pool = new Piscina<Job | undefined, Answer>({
    filename: workerFile.href,
    name: 'work',
    minThreads: 1,
    maxThreads: 1,
    atomics: 'disabled',
    niceIncrement: niceness,
    workerData: { backend },
  });
  let isDead = false;
  const death = new Promise<never>((_, reject) => {
    pool.on('error', (error) => {
      isDead = true;
      onFault(error);
      reject(error);
    });
  });
  // Whoever runs hears of it through the race; without a run the log is all there is to tell.
  death.catch(() => undefined);
  const ready = warm(pool, death);
  ready.catch(() => {
    isDead = true;
  });
  return { pool, ready, death, isDead: () => isDead };
}

/**
 * A thread serves nobody before its module is loaded, and loading it warms it up; a job without work tells when that is over.
 * Rejects when the thread dies first or is not warm in time.
 */
async function warm(pool: Piscina<Job | undefined, Answer>, death: Promise<never>): Promise<void> {
  const served = pool.run(undefined, { name: 'ready' });
  // Whoever waits for the thread hears of its end through `death`.
  served.catch(() => undefined);
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error('the worker did not get warm')), warmUpLimitMs);
  });
  await Promise.race([served, death, late]).finally(() => clearTimeout(limit));
}

/** The end of a run before its time. */
interface Stop {
  /** Shared with the worker. */
  readonly flag: Int32Array;
  /** Aborts when the run did not stop by itself. */
  readonly endThread: AbortSignal;
  readonly reason: () => 'stopped' | 'timed-out' | undefined;
  /** Resolves when the caller's signal aborts. */
  readonly requested: Promise<void>;
  /** From now on the time limit counts. */
  readonly startClock: () => void;
  readonly release: () => void;
}

/** Asks a run to stop, and ends its thread if it does not: on the caller's signal, or when the time is up. */
function createStop(signal: AbortSignal, timeLimitMs: number): Stop {
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const ending = new AbortController();
  let why: 'stopped' | 'timed-out' | undefined;
  let grace: NodeJS.Timeout | undefined;

  const ask = (reason: 'stopped' | 'timed-out') => {
    if (why !== undefined) return;
    why = reason;
    Atomics.store(flag, 0, 1);
    grace = setTimeout(() => ending.abort(), graceMs);
  };
  let limit: NodeJS.Timeout | undefined;
  let request: () => void = () => undefined;
  const requested = new Promise<void>((resolve) => {
    request = resolve;
  });
  const onAbort = () => {
    ask('stopped');
    request();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return {
    flag,
    endThread: ending.signal,
    reason: () => why,
    requested,
    startClock: () => {
      limit = setTimeout(() => ask('timed-out'), timeLimitMs);
    },
    release: () => {
      clearTimeout(limit);
      clearTimeout(grace);
      signal.removeEventListener('abort', onAbort);
    },
  };
}
