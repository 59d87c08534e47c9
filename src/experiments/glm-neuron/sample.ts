import { createRandom } from '../maths/random.ts';
import type { Family } from './family.ts';

/** Rows of features, the last of them 1 for the intercept, with a response each. */
export interface Sample {
  readonly rows: number;
  readonly columns: number;
  readonly features: Float32Array;
  readonly responses: Float32Array;
}

const rows = 400;
/** The coefficients behind the data, the intercept last; a family may want them smaller. */
const truth = [1, -1, 0.8, -0.5, -0.5] as const;
const columns = truth.length;

/** Responses drawn from the family itself. */
export function drawSample({ mean, draw, size }: Family, seed: number): Sample {
  const random = createRandom(seed, 'sample');
  const features = random.normals(rows * columns);
  for (let row = 0; row < rows; row++) features[row * columns + columns - 1] = 1;
  const responses = Float32Array.from({ length: rows }, (_, row) => {
    const x = features.subarray(row * columns, (row + 1) * columns);
    return draw(random, mean(x.reduce((sum, value, k) => sum + value * size * (truth[k] ?? 0), 0)));
  });
  return { rows, columns, features, responses };
}
