import { productsOfRows, solvePositiveDefinite } from '../maths/linear-systems.ts';
import { createRandom, type Random } from '../maths/random.ts';

/** A linear regression: a row of `samples` values per feature. */
export interface Regression {
  readonly features: Float64Array;
  readonly targets: Float64Array;
  /** XᵀX/N and Xᵀy/N. */
  readonly gram: Float64Array;
  readonly correlations: Float64Array;
}

/** Of the data. */
export const featureCount = 10;
export const samples = 200;
const noise = 0.5;

/** Standard normal features with random weights, and some noise on the target. */
export function drawRegression(seed: number): Regression {
  const random = createRandom(seed, 'data');
  const features = Float64Array.from(random.normals(featureCount * samples));
  const weights = random.normals(featureCount);
  const targets = Float64Array.from(random.normals(samples, noise));
  for (let i = 0; i < samples; i++) {
    for (let j = 0; j < featureCount; j++) {
      targets[i] = (targets[i] ?? 0) + (weights[j] ?? 0) * (features[j * samples + i] ?? 0);
    }
  }
  const gram = productsOfRows(features, featureCount, samples).map((value) => value / samples);
  const correlations = new Float64Array(featureCount);
  for (let j = 0; j < featureCount; j++) {
    for (let i = 0; i < samples; i++) {
      correlations[j] =
        (correlations[j] ?? 0) + ((features[j * samples + i] ?? 0) * (targets[i] ?? 0)) / samples;
    }
  }
  return { features, targets, gram, correlations };
}

/** The least-squares weights. */
export function leastSquares({ gram, correlations }: Regression): Float64Array {
  return solvePositiveDefinite(gram, correlations);
}

/** XᵀX/N with p/(1−p) of its diagonal added: what dropout makes of it on average (Wager, Wang & Liang 2013, §2). */
export function penalisedGram({ gram }: Regression, rate: number): Float64Array {
  const penalised = gram.slice();
  for (let j = 0; j < featureCount; j++) {
    const at = j * featureCount + j;
    penalised[at] = (gram[at] ?? 0) / (1 - rate);
  }
  return penalised;
}

/** The weights of ridge regression with that penalty. */
export function ridge(regression: Regression, rate: number): Float64Array {
  return solvePositiveDefinite(penalisedGram(regression, rate), regression.correlations);
}

/** Gradient of half the mean squared error of the first `count` samples, their inputs dropped out by fresh masks. */
export function maskedGradient(
  { features, targets }: Regression,
  weights: Float64Array,
  rate: number,
  random: Random,
  count = samples,
): Float64Array {
  const gradient = new Float64Array(featureCount);
  const row = new Float64Array(featureCount);
  for (let i = 0; i < count; i++) {
    let error = -(targets[i] ?? 0);
    for (let j = 0; j < featureCount; j++) {
      const value = random.uniform() < rate ? 0 : (features[j * samples + i] ?? 0) / (1 - rate);
      row[j] = value;
      error += value * (weights[j] ?? 0);
    }
    for (let j = 0; j < featureCount; j++) gradient[j] = (gradient[j] ?? 0) + (error * (row[j] ?? 0)) / count;
  }
  return gradient;
}

/** matrix·weights − correlations: the gradient of a quadratic loss. */
export function quadraticGradient(
  matrix: Float64Array,
  weights: Float64Array,
  { correlations }: Regression,
): Float64Array {
  const gradient = new Float64Array(featureCount);
  for (let row = 0; row < featureCount; row++) {
    let sum = -(correlations[row] ?? 0);
    for (let k = 0; k < featureCount; k++) sum += (matrix[row * featureCount + k] ?? 0) * (weights[k] ?? 0);
    gradient[row] = sum;
  }
  return gradient;
}

/** ‖a − b‖ / ‖b‖ */
export function relativeDistance(a: Float64Array, b: Float64Array): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
    size += (b[i] ?? 0) ** 2;
  }
  return Math.sqrt(difference / size);
}
