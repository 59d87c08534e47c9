import { productsOfRows, solvePositiveDefinite } from '../maths/linear-systems.ts';
import type { Random } from '../maths/random.ts';
import {
  atomCount,
  type Dictionary,
  drawSample,
  lassoFor,
  objective,
  type Sample,
  signalLength,
} from './problem.ts';
import type { Values } from './settings.ts';
import { shrink } from './solvers.ts';

/** One layer from a signal to its code, shrink(W·x, θ): what a sparse autoencoder has and sparse coding has not. */
export type Encoder = (signal: Float64Array) => Float64Array;

/** Signals the encoder is fitted to, their true codes given. */
const examples = 300;
const thresholds = Array.from({ length: 12 }, (_, index) => 0.05 * index);

/** The linear map that comes closest to the true codes of many signals, with the threshold that suits the penalty best. */
export function fitEncoder(
  dictionary: Dictionary,
  { active, penalty }: Pick<Values, 'active' | 'penalty'>,
  random: Random,
  checkpoint: () => void,
): Encoder {
  const samples = Array.from({ length: examples }, () => drawSample(dictionary, active, random));
  const rows = leastSquares(samples);
  const withThreshold =
    (threshold: number): Encoder =>
    (signal) =>
      shrink(
        Float64Array.from(rows, (row) => dot(row, signal)),
        threshold,
      );
  const cost = (encoder: Encoder) =>
    samples.reduce(
      (sum, { signal }) => sum + objective(lassoFor(dictionary, signal, penalty), encoder(signal)),
      0,
    );
  const rated = thresholds.map((threshold) => {
    checkpoint();
    const encoder = withThreshold(threshold);
    return { encoder, cost: cost(encoder) };
  });
  const best = rated.reduce((cheapest, each) => (each.cost < cheapest.cost ? each : cheapest));
  return best.encoder;
}

/** A row of W per atom. */
function leastSquares(samples: readonly Sample[]): Float64Array[] {
  const count = samples.length;
  const signals = new Float64Array(signalLength * count);
  for (const [k, { signal }] of samples.entries()) {
    for (let i = 0; i < signalLength; i++) signals[i * count + k] = signal[i] ?? 0;
  }
  const gram = productsOfRows(signals, signalLength, count);
  return Array.from({ length: atomCount }, (_, atom) => {
    const right = new Float64Array(signalLength);
    for (const { signal, code } of samples) {
      const coefficient = code[atom] ?? 0;
      for (let i = 0; i < signalLength; i++) right[i] = (right[i] ?? 0) + coefficient * (signal[i] ?? 0);
    }
    return solvePositiveDefinite(gram, right);
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
