import type { Tape, Variable } from './tape.ts';

// Losses end a tape: they return a number, and on the way back add its slopes to what it is a loss of. Where several are
// recorded, the gradient is that of their sum.

/** Mean squared error of outputs against targets, row by row. */
export function meanSquaredError(tape: Tape, outputs: Variable, targets: ArrayLike<number>): number {
  const { values, rows, columns } = outputs;
  const slopes = tape.blank(rows, columns).values;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const error = (values[i] ?? 0) - (targets[i] ?? 0);
    sum += error * error;
    slopes[i] = 2 * error;
  }
  return endWith(tape, outputs, { sum, slopes, count: values.length });
}

/** Mean cross-entropy in nats of probabilities `sigmoid(logits)` against labels 0 and 1. */
export function binaryCrossEntropy(tape: Tape, logits: Variable, labels: ArrayLike<number>): number {
  const { values, rows, columns } = logits;
  const slopes = tape.blank(rows, columns).values;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const [logit, label] = [values[i] ?? 0, labels[i] ?? 0];
    // −y·log σ(x) − (1−y)·log(1−σ(x)) is softplus(x) − x·y; this way round nothing overflows.
    sum += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - logit * label;
    slopes[i] = 1 / (1 + Math.exp(-logit)) - label;
  }
  return endWith(tape, logits, { sum, slopes, count: values.length });
}

/** Records the slopes of a sum over `count` numbers, and returns the mean. */
function endWith(
  tape: Tape,
  { slopes }: Variable,
  loss: { readonly sum: number; readonly slopes: Float64Array; readonly count: number },
): number {
  tape.record(() => {
    for (let i = 0; i < slopes.length; i++) {
      slopes[i] = (slopes[i] ?? 0) + (loss.slopes[i] ?? 0) / loss.count;
    }
  });
  return loss.sum / loss.count;
}

/** Mean softmax cross-entropy in nats of rows of logits against labels 0…classes−1. */
export function crossEntropy(tape: Tape, logits: Variable, labels: ArrayLike<number>): number {
  const { values, rows, columns } = logits;
  const slopes = tape.blank(rows, columns).values;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    const wanted = from + (labels[row] ?? 0);
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = from; i < from + columns; i++) largest = Math.max(largest, values[i] ?? Number.NaN);
    let total = 0;
    for (let i = from; i < from + columns; i++) {
      slopes[i] = Math.exp((values[i] ?? 0) - largest);
      total += slopes[i] ?? 0;
    }
    // The probabilities, less 1 for the class that is wanted.
    for (let i = from; i < from + columns; i++) slopes[i] = (slopes[i] ?? 0) / total - (i === wanted ? 1 : 0);
    sum += Math.log(total) + largest - (values[wanted] ?? Number.NaN);
  }
  return endWith(tape, logits, { sum, slopes, count: rows });
}
