/** Seeded chance: the same seed draws the same numbers on every machine and backend. */
export interface Random {
  /** Uniform on [0, 1), with 32 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** `count` independent normals with mean 0. */
  normals(count: number, standardDeviation?: number): Float32Array;
  /** Uniform on 0..below−1. */
  integer(below: number): number;
  /** 0..count−1 in random order (Fisher–Yates). */
  permutation(count: number): Int32Array;
}

/**
 * One stream of chance for one purpose. Streams of a seed do not depend on each other, so adding a draw to the data
 * leaves the weights as they were.
 * mulberry32 (T. Ettinger) for bits, Box–Muller in Marsaglia's polar form (1964) for normals.
 */
export function createRandom(seed: number, purpose: string): Random {
  const bits = mulberry32(mix(seed, purpose));
  const uniform = () => (bits() >>> 0) / 2 ** 32;
  const integer = (below: number) => Math.floor(uniform() * below);

  /** Fills `pair` with two independent standard normals. */
  const pair = new Float64Array(2);
  function drawPair(): void {
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = bits() / 2 ** 31;
      y = bits() / 2 ** 31;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    pair[0] = x * scale;
    pair[1] = y * scale;
  }

  function normals(count: number, standardDeviation = 1): Float32Array {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i += 2) {
      drawPair();
      values[i] = standardDeviation * (pair[0] ?? 0);
      // Past the end of an odd count this write is ignored.
      values[i + 1] = standardDeviation * (pair[1] ?? 0);
    }
    return values;
  }

  return {
    uniform,
    integer,
    normals,
    normal: () => {
      drawPair();
      return pair[0] ?? 0;
    },
    permutation: (count) => {
      const order = Int32Array.from({ length: count }, (_, index) => index);
      for (let last = count - 1; last > 0; last--) {
        const other = integer(last + 1);
        const moved = order[last] ?? 0;
        order[last] = order[other] ?? 0;
        order[other] = moved;
      }
      return order;
    },
  };
}

/** 32 random bits as a signed integer. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return bits ^ (bits >>> 14);
  };
}

/** FNV-1a over the purpose, then murmur3's finaliser: neighbouring seeds must not give overlapping streams. */
function mix(seed: number, purpose: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < purpose.length; i++) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
