import type { Random } from '../maths/random.ts';
import {
  featureCount,
  maskedGradient,
  penalisedGram,
  quadraticGradient,
  type Regression,
} from './regression.ts';

const steps = 400;
const learningRate = 0.1;

/** Where gradient descent with dropout on the inputs ends up. */
export function trainWithDropout(
  regression: Regression,
  rate: number,
  random: Random,
  checkpoint: () => void,
): Float64Array {
  return descend((weights) => maskedGradient(regression, weights, rate, random), checkpoint);
}

/**
 * Where it ends up when the same noise is put on the gradient instead: at every step the clean gradient, plus what
 * dropout's gradient differs by from its own mean.
 */
export function trainWithNoisyGradient(
  regression: Regression,
  rate: number,
  random: Random,
  checkpoint: () => void,
): Float64Array {
  const penalised = penalisedGram(regression, rate);
  return descend((weights) => {
    const gradient = quadraticGradient(regression.gram, weights, regression);
    const masked = maskedGradient(regression, weights, rate, random);
    const mean = quadraticGradient(penalised, weights, regression);
    for (let j = 0; j < featureCount; j++) {
      gradient[j] = (gradient[j] ?? 0) + (masked[j] ?? 0) - (mean[j] ?? 0);
    }
    return gradient;
  }, checkpoint);
}

/** The mean of the weights over the second half of the steps, which leaves little of the noise. */
function descend(gradientAt: (weights: Float64Array) => Float64Array, checkpoint: () => void): Float64Array {
  const weights = new Float64Array(featureCount);
  const mean = new Float64Array(featureCount);
  for (let step = 0; step < steps; step++) {
    const gradient = gradientAt(weights);
    for (let j = 0; j < featureCount; j++) {
      weights[j] = (weights[j] ?? 0) - learningRate * (gradient[j] ?? 0);
      if (2 * step >= steps) mean[j] = (mean[j] ?? 0) + (2 / steps) * (weights[j] ?? 0);
    }
    if (step % 20 === 0) checkpoint();
  }
  return mean;
}
