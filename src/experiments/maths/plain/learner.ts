import type { InitialWeights } from '../learn.ts';
import type { Descent } from './descent.ts';
import { createTape, type Tape, type Variable } from './tape.ts';

/** A matrix for each of the initial weights, in the same places; a vector is a single row. */
export type MatricesOf<W extends readonly InitialWeights[]> = { readonly [K in keyof W]: Variable };

/** Weights that learn on a tape; plain numbers, so nothing has to be freed. */
export interface PlainLearner<W extends readonly InitialWeights[]> {
  /** The weights; every step changes them in place. */
  readonly weights: MatricesOf<W>;
  /** One step down the gradient of what the function records; returns what it returns. */
  descend<R>(record: (tape: Tape) => R): R;
}

/** Weights before their first step. They are one vector, and so is their gradient: a rule goes over all at once. */
export function createPlainLearner<const W extends readonly InitialWeights[]>(
  initial: W,
  ruleFor: (size: number) => Descent,
): PlainLearner<W> {
  const sizes = initial.map(({ values }) => values.length);
  const size = sizes.reduce((sum, each) => sum + each, 0);
  const [vector, gradient] = [new Float64Array(size), new Float64Array(size)];
  const starts = sizes.map((_, place) => sizes.slice(0, place).reduce((sum, each) => sum + each, 0));
  const weights = initial.map(({ values, shape }, place) => {
    const start = starts[place] ?? 0;
    const end = start + values.length;
    vector.set(values, start);
    const columns = shape.at(-1) ?? 1;
    return {
      rows: values.length / columns,
      columns,
      values: vector.subarray(start, end),
      slopes: gradient.subarray(start, end),
    };
  });
  const tape = createTape();
  const rule = ruleFor(size);
  return {
    // One matrix for each of the initial weights, in order, so the list has W's shape.
    weights: weights as unknown as MatricesOf<W>,
    descend: (record) => {
      tape.begin();
      gradient.fill(0);
      const result = record(tape);
      tape.runBack();
      rule(vector, gradient);
      return result;
    },
  };
}
