import type { Matrix, Tape, Variable } from './tape.ts';

/** Keeps a constant column from dividing by zero. */
const epsilon = 1e-5;

/** Batch normalisation with its learnt scale γ and shift β (Ioffe & Szegedy 2015, Alg. 1). */
export function batchNorm(tape: Tape, x: Variable, gamma: Matrix, beta: Matrix): Variable {
  const { rows, columns } = x;
  const output = tape.blank(rows, columns);
  const normalised = tape.blank(rows, columns).values;
  const { means, inverseDeviations } = moments(x);
  for (let at = 0; at < x.values.length; at += columns) {
    for (let j = 0; j < columns; j++) {
      const standard = ((x.values[at + j] ?? 0) - (means[j] ?? 0)) * (inverseDeviations[j] ?? 0);
      normalised[at + j] = standard;
      output.values[at + j] = standard * (gamma.values[j] ?? 0) + (beta.values[j] ?? 0);
    }
  }
  tape.record(() => passBack(x, { output, normalised, inverseDeviations, gamma, beta }));
  return output;
}

function moments({ values, rows, columns }: Variable) {
  const [sums, squares] = [new Float64Array(columns), new Float64Array(columns)];
  for (let at = 0; at < values.length; at += columns) {
    for (let j = 0; j < columns; j++) {
      const value = values[at + j] ?? 0;
      sums[j] = (sums[j] ?? 0) + value;
      squares[j] = (squares[j] ?? 0) + value * value;
    }
  }
  const means = sums.map((sum) => sum / rows);
  const variances = squares.map((sum, j) => sum / rows - (means[j] ?? 0) ** 2);
  return { means, inverseDeviations: variances.map((variance) => 1 / Math.sqrt(variance + epsilon)) };
}

interface Forward {
  readonly output: Variable;
  readonly normalised: Float64Array;
  readonly inverseDeviations: Float64Array;
  readonly gamma: Matrix;
  readonly beta: Matrix;
}

/** dx = γ/σ · (dy − mean(dy) − y · mean(dy · y)), whose sums over the batch are the gradients of β and γ. */
function passBack(x: Variable, { output, normalised, inverseDeviations, gamma, beta }: Forward): void {
  const { rows, columns } = x;
  const [sums, along] = [new Float64Array(columns), new Float64Array(columns)];
  for (let at = 0; at < normalised.length; at += columns) {
    for (let j = 0; j < columns; j++) {
      const slope = output.slopes[at + j] ?? 0;
      sums[j] = (sums[j] ?? 0) + slope;
      along[j] = (along[j] ?? 0) + slope * (normalised[at + j] ?? 0);
    }
  }
  const scales = inverseDeviations.map((inverse, j) => inverse * (gamma.values[j] ?? 0));
  const share = 1 / rows;
  for (let at = 0; at < normalised.length; at += columns) {
    for (let j = 0; j < columns; j++) {
      const common = (sums[j] ?? 0) + (normalised[at + j] ?? 0) * (along[j] ?? 0);
      const slope = (output.slopes[at + j] ?? 0) - common * share;
      x.slopes[at + j] = (x.slopes[at + j] ?? 0) + slope * (scales[j] ?? 0);
    }
  }
  addTo(gamma.slopes, along);
  addTo(beta.slopes, sums);
}

function addTo(slopes: Float64Array | undefined, terms: Float64Array): void {
  terms.forEach((term, j) => {
    if (slopes !== undefined) slopes[j] = (slopes[j] ?? 0) + term;
  });
}
