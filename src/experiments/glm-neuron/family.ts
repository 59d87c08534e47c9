import type { Random } from '../maths/random.ts';
import type { InverseLink } from './settings.ts';

/** A response distribution with its canonical link, as far as fitting needs it (McCullagh & Nelder 1989, §2.2). */
export interface Family {
  /** The mean of the response, from η = x·β. */
  readonly mean: (eta: number) => number;
  /** Its variance, from the mean; with the canonical link this is also dμ/dη. */
  readonly variance: (mean: number) => number;
  /** A response with this mean. */
  readonly draw: (random: Random, mean: number) => number;
  /** Size of the coefficients that data are drawn with: large counts would make every other of them certain. */
  readonly size: number;
}

/** By the activation of the neuron that is the same model. */
export const families: Readonly<Record<InverseLink, Family>> = {
  sigmoid: {
    mean: (eta) => 1 / (1 + Math.exp(-eta)),
    variance: (mean) => mean * (1 - mean),
    draw: (random, mean) => (random.uniform() < mean ? 1 : 0),
    size: 1,
  },
  exp: { mean: Math.exp, variance: (mean) => mean, draw: drawPoisson, size: 0.4 },
  identity: {
    mean: (eta) => eta,
    variance: () => 1,
    draw: (random, mean) => mean + random.normal(),
    size: 1,
  },
};

/** Knuth's way: uniforms are multiplied until they fall below e^−mean. */
function drawPoisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count++;
  return count;
}
