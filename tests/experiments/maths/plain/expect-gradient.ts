import { expect } from 'vitest';
import type { InitialWeights } from '../../../../src/experiments/maths/learn.ts';
import { plainSgd } from '../../../../src/experiments/maths/plain/descent.ts';
import { createPlainLearner, type MatricesOf } from '../../../../src/experiments/maths/plain/learner.ts';
import { createTape, type Tape } from '../../../../src/experiments/maths/plain/tape.ts';
import { relativeDistance } from '../finite-difference.ts';

/** As many entries of each tensor as are held against differences, evenly spread over it. */
const looked = 12;

/** Holds the gradient a tape finds for every tensor of weights against central differences, entry by entry, in doubles. */
export function expectGradientOf<const W extends readonly InitialWeights[]>(
  initial: W,
  loss: (tape: Tape, weights: MatricesOf<W>) => number,
): void {
  const { weights, descend } = createPlainLearner(initial, () => plainSgd(0));
  const tape = createTape();
  const lossNow = () => {
    tape.begin();
    return loss(tape, weights);
  };
  descend((recorded) => loss(recorded, weights));
  const gradient: number[] = [];
  const difference: number[] = [];
  for (const { values, slopes } of weights) {
    const entries = Array.from({ length: Math.min(looked, values.length) }, (_, index) =>
      Math.floor((index * values.length) / Math.min(looked, values.length)),
    );
    difference.push(...entries.map((at) => centralDifference(values, at, lossNow)));
    gradient.push(...entries.map((at) => slopes[at] ?? Number.NaN));
  }
  expect(relativeDistance(gradient, difference)).toBeLessThan(1e-6);
}

function centralDifference(values: Float64Array, at: number, lossNow: () => number): number {
  const [here, step] = [values[at] ?? Number.NaN, 1e-5];
  values[at] = here + step;
  const above = lossNow();
  values[at] = here - step;
  const below = lossNow();
  values[at] = here;
  return (above - below) / (2 * step);
}
