import type { Tape, Variable } from './tape.ts';

/** A function number by number. Over whole arrays: a call for every number would cost more than most functions do. */
export interface Nonlinearity {
  readonly fill: (outputs: Float64Array, inputs: Float64Array) => void;
  /** Adds the slopes of the outputs, times what the function's own slope is there, to those of the inputs. */
  readonly pullBack: (inputSlopes: Float64Array, outputSlopes: Float64Array, outputs: Float64Array) => void;
}

/** 1/(1 + e⁻ˣ). */
export const sigmoid: Nonlinearity = {
  fill: (outputs, inputs) => {
    for (let i = 0; i < outputs.length; i++) outputs[i] = 1 / (1 + Math.exp(-(inputs[i] ?? 0)));
  },
  pullBack: (inputSlopes, outputSlopes, outputs) => {
    for (let i = 0; i < outputs.length; i++) {
      const y = outputs[i] ?? 0;
      inputSlopes[i] = (inputSlopes[i] ?? 0) + (outputSlopes[i] ?? 0) * y * (1 - y);
    }
  },
};

/** The hyperbolic tangent. */
export const tanh: Nonlinearity = {
  fill: (outputs, inputs) => {
    for (let i = 0; i < outputs.length; i++) outputs[i] = Math.tanh(inputs[i] ?? 0);
  },
  pullBack: (inputSlopes, outputSlopes, outputs) => {
    for (let i = 0; i < outputs.length; i++) {
      const y = outputs[i] ?? 0;
      inputSlopes[i] = (inputSlopes[i] ?? 0) + (outputSlopes[i] ?? 0) * (1 - y * y);
    }
  },
};

/** max(x, 0), with slope 0 at 0. */
export const relu: Nonlinearity = {
  fill: (outputs, inputs) => {
    for (let i = 0; i < outputs.length; i++) outputs[i] = Math.max(inputs[i] ?? 0, 0);
  },
  pullBack: (inputSlopes, outputSlopes, outputs) => {
    for (let i = 0; i < outputs.length; i++) {
      if ((outputs[i] ?? 0) > 0) inputSlopes[i] = (inputSlopes[i] ?? 0) + (outputSlopes[i] ?? 0);
    }
  },
};

/** Applies a function to every number of x. */
export function through(tape: Tape, { fill, pullBack }: Nonlinearity, x: Variable): Variable {
  const output = tape.blank(x.rows, x.columns);
  fill(output.values, x.values);
  tape.record(() => pullBack(x.slopes, output.slopes, output.values));
  return output;
}
