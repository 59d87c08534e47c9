import type { Random } from './random.ts';

/**
 * Initialisations by name, with the standard deviation each gives a layer of `fanIn` inputs and `fanOut` outputs.
 * `gain-3` is the chaotic phase of a tanh net: three times LeCun's.
 */
const standardDeviations = {
  /** Glorot & Bengio 2010, eq. 12 as a normal. */
  xavier: (fanIn: number, fanOut: number) => Math.sqrt(2 / (fanIn + fanOut)),
  /** He et al. 2015, eq. 10. */
  he: (fanIn: number) => Math.sqrt(2 / fanIn),
  /** LeCun et al. 1998, "Efficient BackProp" §4.6. */
  lecun: (fanIn: number) => Math.sqrt(1 / fanIn),
  'gain-3': (fanIn: number) => 3 / Math.sqrt(fanIn),
} as const;

/** Ways to draw a weight matrix. */
export type Init = keyof typeof standardDeviations | 'orthogonal';

/** A weight matrix, row-major with `fanIn` rows, drawn from an initialisation. */
export function drawWeights(random: Random, init: Init, fanIn: number, fanOut: number): Float32Array {
  if (init === 'orthogonal') return orthogonal(random, fanIn);
  return random.normals(fanIn * fanOut, standardDeviations[init](fanIn, fanOut));
}

/** How many times larger the weights of one initialisation are than those of another drawn from the same normal numbers. */
export function factorBetween(drawn: Init, wanted: Init, fanIn: number, fanOut: number): number {
  if (drawn === wanted) return 1;
  if (drawn === 'orthogonal' || wanted === 'orthogonal')
    throw new Error(`${wanted} is no multiple of ${drawn}`);
  return standardDeviations[wanted](fanIn, fanOut) / standardDeviations[drawn](fanIn, fanOut);
}

/** A random orthogonal matrix of `size` rows: Gram–Schmidt, twice for float accuracy, over normal rows (Saxe et al. 2014). */
export function orthogonal(random: Random, size: number): Float32Array {
  const rows: Float64Array[] = [];
  while (rows.length < size) {
    const row = Float64Array.from({ length: size }, () => random.normal());
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of rows) addScaled(row, earlier, -dot(row, earlier));
    }
    const length = Math.sqrt(dot(row, row));
    rows.push(row.map((value) => value / length));
  }
  const matrix = new Float32Array(size * size);
  rows.forEach((row, index) => {
    matrix.set(row, index * size);
  });
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(target: Float64Array, other: Float64Array, scale: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + scale * (other[i] ?? 0);
}
