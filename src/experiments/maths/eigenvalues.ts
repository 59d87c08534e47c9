/** A symmetric matrix with nothing beside its diagonal and the next ones. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Squares of the entries beside the diagonal; only they matter to the eigenvalues. */
  readonly besideSquared: Float64Array;
}

/**
 * Eigenvalues of a symmetric matrix, row-major, the largest first, to about 1e-14 of the largest in size.
 * Householder's reduction, then bisection by Sturm's count (Golub & Van Loan, §8.3 and §8.4).
 */
export function symmetricEigenvalues(matrix: Float64Array, size: number): Float64Array {
  const reduced = tridiagonalise(matrix.slice(), size);
  const bound = gershgorin(reduced);
  return Float64Array.from({ length: size }, (_, index) => {
    let [low, high] = [-bound, bound];
    // Doubles have 53 bits; the last halvings change nothing.
    for (let halving = 0; halving < 56; halving++) {
      const middle = (low + high) / 2;
      if (countBelow(reduced, middle) > size - 1 - index) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  });
}

function tridiagonalise(a: Float64Array, size: number): Tridiagonal {
  const besideSquared = new Float64Array(size);
  for (let column = 0; column < size - 1; column++) {
    const below = Float64Array.from(
      { length: size - column - 1 },
      (_, k) => a[(column + 1 + k) * size + column] ?? 0,
    );
    const square = dot(below, below);
    besideSquared[column + 1] = square;
    const mirror = mirrorToAxis(below, square);
    if (mirror !== undefined) reflect(a, size, column + 1, mirror);
  }
  return { diagonal: Float64Array.from({ length: size }, (_, k) => a[k * size + k] ?? 0), besideSquared };
}

/** Unit normal of the mirror that maps a vector to the first axis; undefined where it lies there already. */
function mirrorToAxis(vector: Float64Array, square: number): Float64Array | undefined {
  const normal = vector.slice();
  const first = normal[0] ?? 0;
  normal[0] = first + Math.sign(first || 1) * Math.sqrt(square);
  const length = Math.sqrt(dot(normal, normal));
  return length === 0 ? undefined : normal.map((value) => value / length);
}

/** H·A·H on the rows and columns from `start`, H being the reflection at the mirror: A − 2(vwᵀ + wvᵀ). */
function reflect(a: Float64Array, size: number, start: number, v: Float64Array): void {
  const product = v.map((_, i) => {
    const row = (start + i) * size + start;
    return dot(v, a.subarray(row, row + v.length));
  });
  const along = dot(v, product);
  const w = product.map((value, i) => value - along * (v[i] ?? 0));
  for (let i = 0; i < v.length; i++) {
    const row = (start + i) * size + start;
    const [vi, wi] = [2 * (v[i] ?? 0), 2 * (w[i] ?? 0)];
    for (let j = 0; j < v.length; j++) a[row + j] = (a[row + j] ?? 0) - vi * (w[j] ?? 0) - wi * (v[j] ?? 0);
  }
}

/** How many eigenvalues are smaller than `x`. */
function countBelow({ diagonal, besideSquared }: Tridiagonal, x: number): number {
  let count = 0;
  let pivot = 1;
  for (let i = 0; i < diagonal.length; i++) {
    pivot = (diagonal[i] ?? 0) - x - (besideSquared[i] ?? 0) / pivot;
    // A pivot of exactly 0 stands for one on either side of it.
    if (pivot === 0) pivot = Number.MIN_VALUE;
    if (pivot < 0) count++;
  }
  return count;
}

/** No eigenvalue is larger in size (Gershgorin's discs). */
function gershgorin({ diagonal, besideSquared }: Tridiagonal): number {
  const beside = besideSquared.map(Math.sqrt);
  return Math.max(...diagonal.map((value, i) => Math.abs(value) + (beside[i] ?? 0) + (beside[i + 1] ?? 0)));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
