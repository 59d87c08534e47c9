import type { Parameters } from '../../src/app/ports/laboratory.ts';

/**
 * Smaller settings for the promises that run an experiment on the slow cpu backend or many times; by experiment.
 * Few steps above all: over many, rounding that differs between backends grows beyond the fourth digit.
 */
export const smallSettings: Readonly<Record<string, Parameters>> = {
  'activation-cost': { width: 16 },
  'bn-learning-rate': { steps: 10, activation: 'sigmoid' },
  'dead-unit': { steps: 30 },
  attention: { length: 20, dimension: 16 },
  'autoencoder-pca': { steps: 10 },
  'ctr-embedding': { rows: 500, steps: 20 },
  'dense-net': { depth: 12 },
  'residual-tower': { blocks: 5 },
  'gradient-clipping': { steps: 20, gain: 0.9 },
  'selu-fixed-point': { depth: 20, width: 64 },
  'small-data': { steps: 10, hidden: 8 },
  'tabular-rotation': { samples: 100, rounds: 20 },
  'permuted-pixels': { steps: 2 },
  'alexnet-bits': { steps: 10 },
  'order-sense': { length: 6, steps: 10 },
  'gate-swap': { length: 8, steps: 10 },
  'depth-train': { depth: 6, steps: 8 },
  'glm-neuron': { steps: 20 },
};

/** What experiments measure with a clock, by experiment: it differs from run to run, and nothing can be expected of it. */
export const clocked: Readonly<Record<string, readonly string[]>> = {
  'activation-cost': [
    'layerShare',
    'overRelu',
    'forwardNs',
    'backwardNs',
    'productNs',
    'recomputedOverCached',
  ],
};

/** Differences of almost equal float32 numbers, by experiment: 1 − σ(10) keeps three digits, and every backend its own. */
export const cancelling: Readonly<Record<string, readonly string[]>> = {
  'activation-shape': ['slopeAtTen'],
};
