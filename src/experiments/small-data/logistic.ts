import { solvePositiveDefinite } from '../maths/linear-systems.ts';
import { features, type Samples } from './samples.ts';

/** Strength of the L2 penalty on all weights but the bias: ½‖w‖², as scikit-learn has it unless told otherwise. */
const penalty = 1;
/** The bias needs none, but with it the matrix stays positive definite. */
const biasPenalty = 1e-6;
const steps = 25;
const converged = 1e-8;

/** The weights of logistic regression, the bias last, by Newton's method. */
export function fitLogistic(samples: Samples): Float64Array {
  let weights = new Float64Array(features + 1);
  for (let step = 0; step < steps; step++) {
    const { gradient, curvature } = derivatives(samples, weights);
    const move = solvePositiveDefinite(curvature, gradient);
    weights = weights.map((weight, at) => weight - (move[at] ?? 0));
    if (move.every((each) => Math.abs(each) < converged)) break;
  }
  return weights;
}

/** Share of samples that the weights label right. */
export function logisticAccuracy(weights: Float64Array, { count, values, labels }: Samples): number {
  let right = 0;
  for (let row = 0; row < count; row++) {
    if (score(weights, values, row) > 0 === (labels[row] ?? 0) > 0.5) right++;
  }
  return right / count;
}

/** Summed cross-entropy and penalty. */
export function logisticLoss({ count, values, labels }: Samples, weights: ArrayLike<number>): number {
  let loss = 0;
  for (let row = 0; row < count; row++) {
    const z = score(weights, values, row);
    loss += Math.log1p(Math.exp(z)) - z * (labels[row] ?? 0);
  }
  for (let at = 0; at <= features; at++) loss += (penaltyOf(at) / 2) * (weights[at] ?? 0) ** 2;
  return loss;
}

/** Gradient and matrix of second derivatives of {@link logisticLoss}. */
export function derivatives({ count, values, labels }: Samples, weights: ArrayLike<number>) {
  const size = features + 1;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  for (let at = 0; at < size; at++) {
    gradient[at] = penaltyOf(at) * (weights[at] ?? 0);
    curvature[at * size + at] = penaltyOf(at);
  }
  for (let row = 0; row < count; row++) {
    const probability = 1 / (1 + Math.exp(-score(weights, values, row)));
    const spread = probability * (1 - probability);
    for (let a = 0; a < size; a++) {
      const input = inputOf(values, row, a);
      gradient[a] = (gradient[a] ?? 0) + (probability - (labels[row] ?? 0)) * input;
      for (let b = 0; b < size; b++) {
        const place = a * size + b;
        curvature[place] = (curvature[place] ?? 0) + spread * input * inputOf(values, row, b);
      }
    }
  }
  return { gradient, curvature };
}

const penaltyOf = (at: number) => (at < features ? penalty : biasPenalty);

/** A feature, or the 1 that the bias multiplies. */
const inputOf = (values: Float32Array, row: number, at: number) =>
  at < features ? (values[row * features + at] ?? 0) : 1;

function score(weights: ArrayLike<number>, values: Float32Array, row: number): number {
  let sum = weights[features] ?? 0;
  for (let at = 0; at < features; at++) sum += (weights[at] ?? 0) * (values[row * features + at] ?? 0);
  return sum;
}
