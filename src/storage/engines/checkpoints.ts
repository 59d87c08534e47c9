import { Worker } from 'node:worker_threads';

/** Carries what was committed from SQLite's log into its file. */
export interface Checkpoints {
  /** Counts a transaction; every so many, a checkpoint begins. Returns at once. */
  committed(): void;
  /** Resolves when the checkpoints begun are done. */
  close(): Promise<void>;
}

/** Well before SQLite's own threshold: an answer writes about sixteen pages. */
const transactionsBetween = 32;

/**
 * Checkpoints a database file from a thread of its own, started when it is first needed.
 * A checkpoint waits for the disk twice, for tens of milliseconds where the disk is slow; where SQLite makes it as part of
 * a commit, everyone in the room waits with it. Should the thread fail, `onFailure` is called once, to leave them to SQLite.
 */
export function checkpointsAside(file: string, onFailure: () => void): Checkpoints {
  let worker: Worker | undefined;
  let isBroken = false;
  let sinceLast = 0;

  function start(): Worker {
    const started = new Worker(compiledWorker(), { workerData: { file } });
    started.on('error', () => {
      isBroken = true;
      worker = undefined;
      onFailure();
    });
    // A program that ends without closing its store is not held up.
    started.unref();
    return started;
  }

  return {
    committed() {
      sinceLast += 1;
      if (sinceLast < transactionsBetween || isBroken) return;
      sinceLast = 0;
      worker ??= start();
      worker.postMessage('checkpoint');
    },
    async close() {
      const last = worker;
      if (last === undefined) return;
      const gone = new Promise((resolve) => last.once('exit', resolve));
      last.ref();
      last.postMessage('close');
      await gone;
    },
  };
}

/** Node 20 cannot load TypeScript in a thread, so from the sources, too, the compiled worker is the one to load. */
function compiledWorker(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  const path = isSource ? '../../../dist/storage/engines/checkpoint-worker.js' : './checkpoint-worker.js';
  return new URL(path, import.meta.url);
}
