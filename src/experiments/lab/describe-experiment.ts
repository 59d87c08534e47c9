import type { ExperimentInfo } from '../../app/ports/laboratory.ts';
import type { Experiment } from '../experiment.ts';

/** The experiment as the coach presents it, without its functions. */
export function describeExperiment({
  id,
  title,
  claim,
  systems,
  parameters,
  questions,
  prediction,
  measures,
}: Experiment): ExperimentInfo {
  return {
    id,
    title,
    claim,
    systems: systems.flatMap(({ names }) => names),
    parameters: Object.entries(parameters).map(([name, { schema: _, fromText: __, ...info }]) => ({
      name,
      ...info,
    })),
    questions,
    prediction,
    measures,
  };
}
