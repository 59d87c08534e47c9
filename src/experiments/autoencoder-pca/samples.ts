import { productsOfRows } from '../maths/linear-systems.ts';
import { createRandom } from '../maths/random.ts';

/** How many samples there are, and of how many features. */
export const samples = 300;
export const features = 12;
/** Hidden causes of the features. */
const causes = 3;

/** Centred samples, row by row, and their covariance XᵀX/N. */
export interface Samples {
  readonly rows: Float32Array;
  readonly covariance: Float64Array;
}

/** Features that are sums of three hidden causes, with noise of its own on each. */
export function drawSamples(noise: number, seed: number): Samples {
  const random = createRandom(seed, 'samples');
  const mixing = random.normals(causes * features);
  // Feature by feature, so that each can be centred where it lies.
  const columns = new Float64Array(features * samples);
  for (let row = 0; row < samples; row++) {
    const cause = random.normals(causes);
    for (let feature = 0; feature < features; feature++) {
      let value = noise * random.normal();
      for (let k = 0; k < causes; k++) value += (cause[k] ?? 0) * (mixing[k * features + feature] ?? 0);
      columns[feature * samples + row] = value;
    }
  }
  for (let feature = 0; feature < features; feature++) {
    centre(columns.subarray(feature * samples, (feature + 1) * samples));
  }
  const covariance = productsOfRows(columns, features, samples).map((value) => value / samples);
  const rows = Float32Array.from(
    { length: samples * features },
    (_, at) => columns[(at % features) * samples + Math.floor(at / features)] ?? 0,
  );
  return { rows, covariance };
}

function centre(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) - mean;
}
