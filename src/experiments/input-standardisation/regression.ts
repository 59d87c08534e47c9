import { symmetricEigenvalues } from '../maths/eigenvalues.ts';
import { productsOfRows, solvePositiveDefinite } from '../maths/linear-systems.ts';
import { createRandom } from '../maths/random.ts';
import type { Values } from './settings.ts';

/** Rows of a table, one per feature, the last of ones for the intercept; and what is to be predicted. */
export interface Table {
  readonly features: readonly Float64Array[];
  readonly targets: Float64Array;
}

const samples = 300;
const noise = 0.1;

/**
 * Three independent normal features on scales of their own. In units of its deviation each matters equally to the
 * target, so that neither the raw nor the prepared table is favoured.
 */
export function drawTable(seed: number, spread: number): Table {
  const random = createRandom(seed, 'table');
  const scales = [
    { mean: 2, deviation: 1 },
    { mean: -5, deviation: 3 },
    { mean: 3 * spread, deviation: spread },
  ];
  const units = scales.map(() => Float64Array.from(random.normals(samples)));
  const disturbance = random.normals(samples, noise);
  return {
    features: [
      ...scales.map(({ mean, deviation }, j) =>
        (units[j] ?? new Float64Array()).map((z) => mean + deviation * z),
      ),
      new Float64Array(samples).fill(1),
    ],
    targets: Float64Array.from({ length: samples }, (_, i) =>
      units.reduce((sum, unit) => sum + (unit[i] ?? 0), disturbance[i] ?? 0),
    ),
  };
}

/** The table with each feature prepared by its own mean and deviation; the ones stay. */
export function prepare({ features, targets }: Table, preparation: Values['preparation']): Table {
  const prepared = features.slice(0, -1).map((feature) => {
    const mean = average(feature);
    const deviation = Math.sqrt(average(feature.map((value) => (value - mean) ** 2)));
    const shift = preparation === 'scale' ? 0 : mean;
    const unit = preparation === 'centre' ? 1 : deviation;
    return feature.map((value) => (value - shift) / unit);
  });
  return { features: [...prepared, ...features.slice(-1)], targets };
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean squared error as a function of the weights: a parabola, given by its curvature and its lowest point. */
export interface Bowl {
  /** Second derivatives of half the error, row-major. */
  readonly curvature: Float64Array;
  /** The least-squares weights. */
  readonly best: Float64Array;
}

/** The loss of linear regression on a table. */
export function lossOf({ features, targets }: Table): Bowl {
  const count = targets.length;
  const design = Float64Array.from(features.flatMap((feature) => [...feature]));
  const curvature = productsOfRows(design, features.length, count).map((value) => value / count);
  const slope = Float64Array.from(features, (feature) => dot(feature, targets) / count);
  return { curvature, best: solvePositiveDefinite(curvature, slope) };
}

/** What the least-squares weights predict for every sample. */
export function predictions({ features, targets }: Table, { best }: Bowl): Float64Array {
  return targets.map((_, i) =>
    features.reduce((sum, feature, j) => sum + (best[j] ?? 0) * (feature[i] ?? 0), 0),
  );
}

/** Largest eigenvalue of the curvature, and how many times the smallest it is. */
export function steepness({ curvature, best }: Bowl): {
  readonly largest: number;
  readonly condition: number;
} {
  const eigenvalues = symmetricEigenvalues(curvature, best.length);
  const [largest = 0, smallest = 0] = [eigenvalues[0], eigenvalues.at(-1)];
  return { largest, condition: largest / smallest };
}

/** Gradient descent from zero weights. */
export interface Descent {
  /** Steps until the loss above the lowest was below `target` times what it was at the start. */
  readonly steps: number;
  /** That loss along the way, at steps that lie evenly on a logarithmic axis. */
  readonly curve: readonly { readonly step: number; readonly excess: number }[];
}

/** Steps per power of ten that the curve keeps. */
const kept = 24;
const checkpointEvery = 4096;

/** Descends at the rate 1/λmax until the excess loss is a tenth of the target; the rest of the way is for the picture. */
export function descend(bowl: Bowl, target: number, checkpoint: () => void): Descent {
  const rate = 1 / steepness(bowl).largest;
  const error = bowl.best.map((value) => -value);
  const slope = slopeAt(error, bowl, new Float64Array(error.length));
  // Error times slope is how far the loss is above its lowest point.
  const start = dot(error, slope);
  const curve: { step: number; excess: number }[] = [];
  let steps = 0;
  let excess = 1;
  for (let step = 1; excess > target / 10; step++) {
    for (let i = 0; i < error.length; i++) error[i] = (error[i] ?? 0) - rate * (slope[i] ?? 0);
    excess = dot(error, slopeAt(error, bowl, slope)) / start;
    if (steps === 0 && excess < target) steps = step;
    const isKept = Math.floor(kept * Math.log10(step)) > Math.floor(kept * Math.log10(step - 1));
    if (step < 10 || isKept) curve.push({ step, excess });
    if (step % checkpointEvery === 0) checkpoint();
  }
  return { steps, curve };
}

/** Gradient of half the mean squared error where the weights are off by `error`, written into `slope`. */
export function slopeAt(error: Float64Array, { curvature }: Bowl, slope: Float64Array): Float64Array {
  const size = error.length;
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (curvature[row * size + k] ?? 0) * (error[k] ?? 0);
    slope[row] = sum;
  }
  return slope;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
