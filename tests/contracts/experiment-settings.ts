import type { Parameters } from '../../src/app/ports/laboratory.ts';

/** Smaller settings for the comparisons that run an experiment on the slow cpu backend or many times; by experiment. */
export const smallSettings: Readonly<Record<string, Parameters>> = {
  'dense-net': { depth: 12 },
  'residual-tower': { blocks: 5 },
};
