import { workerData } from 'node:worker_threads';
import type { Backend } from './backend.ts';
import { Stopped } from './experiment.ts';
import { experiments } from './index.ts';
import { type PerformedRun, performRun, type RunOrder } from './perform-run.ts';
import { warmUp } from './warm-up.ts';

/** What the main thread asks a worker for. */
export interface Job extends RunOrder {
  readonly experiment: string;
  /** One element; anything but 0 asks the run to end at its next checkpoint. */
  readonly stopFlag: Int32Array;
}

/** What a worker answers; a fault is thrown and crosses as an error. */
export type Answer =
  | { readonly kind: 'done'; readonly run: PerformedRun; readonly threadBytes: number }
  | { readonly kind: 'stopped' };

// piscina passes on what run-in-worker.ts gave it: the forced backend, if any.
const { backend } = workerData as { readonly backend?: Backend };
await warmUp(backend);

/** Answers once this module is loaded, that is, once the thread is warm. */
export function ready(): void {}

/** Runs one experiment and draws it. */
export async function work(job: Job): Promise<Answer> {
  const experiment = experiments.find(({ id }) => id === job.experiment);
  if (experiment === undefined) throw new Error(`no experiment ${job.experiment} in this build`);
  const checkpoint = () => {
    if (Atomics.load(job.stopFlag, 0) !== 0) throw new Stopped();
  };
  try {
    const run = await performRun(experiment, backend === undefined ? job : { ...job, backend }, checkpoint);
    const { heapUsed, external } = process.memoryUsage();
    return { kind: 'done', run, threadBytes: heapUsed + external };
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped' };
    throw error;
  }
}
