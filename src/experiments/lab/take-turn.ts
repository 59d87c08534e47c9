import type { ChartCache } from '../../app/ports/chart-cache.ts';
import type { ExperimentRun, RunOutcome, RunRequest } from '../../app/ports/laboratory.ts';
import type { Experiment } from '../experiment.ts';
import { reportRun } from './report-run.ts';
import type { Workbench } from './run-in-worker.ts';
import type { Place } from './waiting-line.ts';

/** A run that has its place in the line, and what it needs on the way. */
export interface Turn {
  readonly experiment: Experiment;
  readonly request: RunRequest;
  readonly key: string;
  readonly place: Place<Workbench>;
  readonly stop: AbortSignal;
  readonly timeLimitMs: number;
  readonly cache: ChartCache;
  readonly onFault: (error: unknown) => void;
}

/** Answers from the cache, or waits for a bench and runs. The caller gives the place back. */
export async function takeTurn(turn: Turn): Promise<RunOutcome> {
  const { experiment, request, key, place, stop, onFault } = turn;
  const kept = await findKept(turn);
  if (kept !== undefined) return { kind: 'done', run: { ...kept, isCached: true } };
  const bench = await benchOf(place, stop);
  if (bench === undefined) return { kind: 'stopped' };

  const { parameters, seed, language, theme } = request;
  const limitMs = Math.min(turn.timeLimitMs, experiment.timeLimitMs);
  const job = { experiment: experiment.id, parameters, seed, language, theme };
  const work = await bench.run(job, stop, limitMs);
  place.leave();
  switch (work.kind) {
    case 'done': {
      const run = reportRun(experiment, request, key, work.run);
      await keep(turn, run);
      return { kind: 'done', run };
    }
    case 'timed-out':
      return { kind: 'timed-out', limitMs };
    case 'stopped':
      return { kind: 'stopped' };
    case 'failed':
      onFault(work.error);
      return { kind: 'failed', code: failureCode(work.error) };
  }
}

async function findKept({ cache, key, onFault }: Turn): Promise<ExperimentRun | undefined> {
  try {
    return await cache.find(key);
  } catch (error) {
    onFault(error);
    return undefined;
  }
}

async function keep({ cache, key, onFault }: Turn, run: ExperimentRun): Promise<void> {
  try {
    await cache.save(key, run);
  } catch (error) {
    onFault(error);
  }
}

/** The bench, or undefined when the wait is given up. */
async function benchOf(place: Place<Workbench>, stop: AbortSignal): Promise<Workbench | undefined> {
  if (stop.aborted) return undefined;
  let giveUp: () => void = () => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined);
  });
  stop.addEventListener('abort', giveUp, { once: true });
  const bench = await Promise.race([place.turn, stopped]);
  stop.removeEventListener('abort', giveUp);
  return bench;
}

/** A word for the log and the person's report; the error itself goes to the log. */
function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'run-failed';
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out-of-memory';
  return error.message.startsWith('worker exited') ? 'worker-died' : 'run-failed';
}
