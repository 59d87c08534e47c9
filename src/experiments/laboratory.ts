import { CoachError } from '../app/coach-error.ts';
import type { ChartCache } from '../app/ports/chart-cache.ts';
import type { Laboratory, RunOutcome, RunRequest, RunTicket } from '../app/ports/laboratory.ts';
import type { Backend } from './backend.ts';
import type { Experiment } from './experiment.ts';
import { experiments as registry } from './index.ts';
import { cacheKey } from './lab/cache-key.ts';
import { describeExperiment } from './lab/describe-experiment.ts';
import { findExperiments } from './lab/find-experiments.ts';
import { createLimits } from './lab/limits.ts';
import { readParameters } from './lab/read-parameters.ts';
import { openWorkbench } from './lab/run-in-worker.ts';
import { createSharedRuns, type StartedRun } from './lab/share-runs.ts';
import { takeTurn } from './lab/take-turn.ts';
import { createWaitingLine } from './lab/waiting-line.ts';
import { hasNativeBinding, quietNativeLog } from './native-binding.ts';

/** How a laboratory is set up; everything but the cache and the log has a default fit for two cores and a few groups. */
export interface LaboratoryOptions {
  readonly cache: ChartCache;
  /** Told what is behind a `failed` outcome, and what the cache threw; a run goes on without its cache. */
  readonly onFault: (error: unknown) => void;
  /** Threads, started and warmed up at once. */
  readonly workers?: number;
  /** Runs that may wait for a free worker. */
  readonly maxWaiting?: number;
  /** Runs one person, and one group, may have going or waiting at the same time. */
  readonly perPerson?: number;
  readonly perGroup?: number;
  /** Forces a backend on every experiment; absent, each uses the one it is fastest on. */
  readonly backend?: Backend;
  /** Upper bound on every experiment's own time limit. */
  readonly timeLimitMs?: number;
  /** A worker that holds more memory than this after a run is replaced. */
  readonly recycleAboveBytes?: number;
  /** How far its threads stand behind the rest of the process (see nice(2)); 0 where nobody else waits for it. */
  readonly niceness?: number;
  /** Another registry, and a worker that knows it; for tests. */
  readonly experiments?: readonly Experiment[];
  readonly workerFile?: URL;
}

const defaults = {
  workers: 2,
  maxWaiting: 16,
  perPerson: 2,
  perGroup: 6,
  timeLimitMs: 30_000,
  recycleAboveBytes: 250e6,
  // Arithmetic on every core must not keep the chat loop from its turn.
  niceness: 10,
  experiments: registry,
  workerFile: compiledWorker(),
};

/**
 * Opens the laboratory and warms up its workers; the first run may be asked for at once. Faults when the backend it is told to
 * use is not on this machine.
 */
export function openLaboratory(given: LaboratoryOptions): Laboratory {
  const options = { ...defaults, ...given };
  const { experiments, onFault } = options;
  if (options.backend === 'tensorflow' && !hasNativeBinding()) throw noNativeBinding();
  quietNativeLog();
  const benches = Array.from({ length: options.workers }, () => openWorkbench(options));
  const line = createWaitingLine(benches, options.maxWaiting);
  const limits = createLimits(options.perPerson, options.perGroup);
  const shared = createSharedRuns();
  let isClosed = false;
  const named = (id: string) => experiments.find((each) => each.id === id);

  function start(experiment: Experiment, request: RunRequest, key: string, stop: AbortSignal): StartedRun {
    const place = line.join();
    if (place === undefined) return ended({ kind: 'refused', reason: 'queue-full' });
    const outcome = takeTurn({ ...options, experiment, request, key, place, stop })
      .catch((error: unknown): RunOutcome => {
        onFault(error);
        return { kind: 'failed', code: 'laboratory-fault' };
      })
      .finally(() => place.leave());
    return { ahead: place.ahead, moved: place.moved, outcome };
  }

  return {
    catalogue: experiments.map(describeExperiment),
    find: (search) => findExperiments(experiments, search),
    readParameters: (id, text, language) => {
      const experiment = named(id);
      return experiment === undefined
        ? { kind: 'problems', problems: [unknownExperiment[language](id)] }
        : readParameters(experiment, text, language);
    },
    run: (request, signal) => {
      const experiment = named(request.experiment);
      if (experiment === undefined) return ticket({ kind: 'failed', code: 'unknown-experiment' });
      if (isClosed) return ticket({ kind: 'stopped' });
      const admission = limits.admit(request.personId, request.groupId);
      if (admission.kind !== 'admitted') return ticket({ kind: 'refused', reason: admission.kind });
      const key = cacheKey(request, experiment.version);
      const joined = shared.join(key, (stop) => start(experiment, request, key, stop), signal);
      return { ...joined, outcome: joined.outcome.finally(admission.release) };
    },
    close: async () => {
      isClosed = true;
      await shared.stopAll();
      await Promise.all(benches.map((bench) => bench.close()));
    },
  };
}

const unknownExperiment = {
  en: (id: string) => `there is no experiment called ${id}`,
  zh: (id: string) => `没有名为 ${id} 的实验`,
};

const noNativeBinding = () =>
  new CoachError(
    'no-native-binding',
    'GRADCOACH_BACKEND asks for tensorflow, but its native binding is not here. Run npm run setup:native, or leave GRADCOACH_BACKEND empty.',
  );

/** The outcome of a run that never started. */
const ended = (outcome: RunOutcome): StartedRun => ({
  ahead: () => 0,
  moved: () => new Promise(() => undefined),
  outcome: Promise.resolve(outcome),
});
const ticket = (outcome: RunOutcome): RunTicket => ({
  ahead: 0,
  progress: noProgress(),
  outcome: Promise.resolve(outcome),
});

async function* noProgress(): AsyncGenerator<number> {}

/** Node 20 cannot load TypeScript in a thread, so from the sources, too, the compiled worker is the one to load. */
function compiledWorker(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? '../../dist/experiments/worker.js' : './worker.js', import.meta.url);
}
