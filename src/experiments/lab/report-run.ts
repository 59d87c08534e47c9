import type { ExperimentRun, RunRequest } from '../../app/ports/laboratory.ts';
import type { Experiment } from '../experiment.ts';
import type { PerformedRun } from '../perform-run.ts';

/** A performed run with everything there is to say about it, in the language it was asked in. */
export function reportRun(
  experiment: Experiment,
  { parameters, seed, language }: RunRequest,
  key: string,
  { backend, measures, chart, tookMs }: PerformedRun,
): ExperimentRun {
  return {
    key,
    experiment: experiment.id,
    parameters,
    seed,
    backend,
    measures,
    expected: experiment.expect(parameters).map((bounds) => ({
      ...bounds,
      holds: isWithin(measures[bounds.measure] ?? Number.NaN, bounds),
    })),
    tookMs,
    isCached: false,
    rightOption: experiment.right(parameters, measures),
    chart,
    notice: experiment.notice(parameters, measures).map((line) => line[language]),
    tryNext: experiment.tryNext(parameters).map(({ label, parameters: next }) => ({
      label: label[language],
      parameters: next,
    })),
  };
}

function isWithin(value: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return value >= low && value <= high;
}
