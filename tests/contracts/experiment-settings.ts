import type { Parameters } from '../../src/app/ports/laboratory.ts';

/**
 * Smaller settings for the promises that run an experiment on the slow cpu backend or many times; by experiment.
 * Few steps above all: over many, rounding that differs between backends grows beyond the fourth digit.
 */
export const smallSettings: Readonly<Record<string, Parameters>> = {
  'bn-learning-rate': { steps: 10 },
  'dead-unit': { steps: 30 },
  attention: { length: 20, dimension: 16 },
  'autoencoder-pca': { steps: 10 },
  'ctr-embedding': { rows: 500, steps: 20 },
  'dense-net': { depth: 12 },
  'residual-tower': { blocks: 5 },
  'gradient-clipping': { steps: 20, gain: 0.9 },
  'selu-fixed-point': { depth: 20, width: 64 },
  'order-sense': { length: 6, steps: 10 },
};

/** Experiments that only inform: nothing can be expected of their numbers on another machine. */
export const informational: readonly string[] = [];
