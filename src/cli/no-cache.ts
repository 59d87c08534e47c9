import type { LaboratoryOptions } from '../experiments/laboratory.ts';

/** For one run on the command line: computes every time, and leaves what failed to the outcome's code. */
export const noCache: Pick<LaboratoryOptions, 'cache' | 'onFault'> = {
  cache: { find: () => Promise.resolve(undefined), save: () => Promise.resolve() },
  onFault: (error) => process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`),
};
