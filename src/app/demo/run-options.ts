import type { ExperimentInfo, Parameters } from '../ports/laboratory.ts';

/** Parameters as one would type them. */
export function settingsLine({ parameters: infos }: ExperimentInfo, parameters: Parameters): string {
  return infos.map(({ name }) => `${name}=${String(parameters[name])}`).join(' ');
}

/** Options of a `/demo` invocation: only what differs from the defaults, so that buttons stay small; no guess asks for one. */
export function runOptions(
  experiment: ExperimentInfo,
  parameters: Parameters,
  seed: number,
  guess?: string,
): Readonly<Record<string, string>> {
  const changed = experiment.parameters.flatMap(({ name, default: usual }): [string, string][] => {
    const value = parameters[name];
    return value === undefined || value === usual ? [] : [[name, String(value)]];
  });
  return {
    experiment: experiment.id,
    ...Object.fromEntries(changed),
    ...(seed === 1 ? {} : { seed: String(seed) }),
    ...(guess !== undefined && { guess }),
  };
}
