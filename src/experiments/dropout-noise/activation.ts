import type { Random } from '../maths/random.ts';

/** Inputs of the linear unit, and masks to average over. */
const inputs = 50;
const masks = 4000;

/** What inverted dropout does to the sum of a linear unit, measured and by the formula. */
export interface UnitNoise {
  readonly rate: number;
  /** (mean over masks − sum without dropout) / deviation. */
  readonly meanShift: number;
  readonly variance: number;
  /** p/(1−p) · Σ(aᵢwᵢ)² */
  readonly predicted: number;
}

/** Products aᵢ·wᵢ of a unit with rectified activations. */
export function drawProducts(random: Random): Float64Array {
  const activations = random.normals(inputs).map((value) => Math.max(0, value));
  const weights = random.normals(inputs);
  return Float64Array.from(activations, (value, i) => value * (weights[i] ?? 0));
}

/** Draws masks that drop each input with probability `rate` and scale up what is left, and looks at the sums. */
export function measureUnit(products: Float64Array, rate: number, random: Random): UnitNoise {
  let [sum, squares] = [0, 0];
  for (let mask = 0; mask < masks; mask++) {
    let kept = 0;
    for (let i = 0; i < products.length; i++) if (random.uniform() >= rate) kept += products[i] ?? 0;
    const output = kept / (1 - rate);
    sum += output;
    squares += output ** 2;
  }
  const mean = sum / masks;
  const variance = squares / masks - mean ** 2;
  const exact = products.reduce((total, value) => total + value, 0);
  const predicted = (rate / (1 - rate)) * products.reduce((total, value) => total + value ** 2, 0);
  return { rate, meanShift: (mean - exact) / Math.sqrt(variance), variance, predicted };
}
