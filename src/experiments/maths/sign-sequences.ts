import type { Random } from './random.ts';

/** Standard deviation of every input after the first. */
const noise = 0.3;

/** Inputs step by step, [steps · batch], and the sign to be remembered. */
export interface SignSequences {
  readonly inputs: Float32Array;
  readonly signs: Float32Array;
}

/** Sequences that begin with 1 or −1 and go on with noise. */
export function drawSignSequences(random: Random, steps: number, batch: number): SignSequences {
  const inputs = random.normals(steps * batch, noise);
  const signs = inputs.slice(0, batch).map(Math.sign);
  inputs.set(signs);
  return { inputs, signs };
}
