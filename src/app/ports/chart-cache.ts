import type { ExperimentRun } from './laboratory.ts';

/** Keeps finished runs, so that the same experiment with the same settings is computed and drawn once. */
export interface ChartCache {
  /** A run kept under this key, as it was saved; undefined when there is none. */
  find(key: string): Promise<ExperimentRun | undefined>;
  /** Keeps a run; one already kept under the key is replaced. */
  save(key: string, run: ExperimentRun): Promise<void>;
}
