import { normalFromBits } from './ziggurat.ts';

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
 * mulberry32 (T. Ettinger) for bits, the ziggurat for normals.
 */
export function createRandom(seed: number, purpose: string): Random {
  const bits = mulberry32(mix(seed, purpose));
  const uniform = () => (bits.next() >>> 0) / 2 ** 32;
  const integer = (below: number) => Math.floor(uniform() * below);

  function normals(count: number, standardDeviation = 1): Float32Array {
    const words = new Int32Array(count);
    bits.fill(words);
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = standardDeviation * normalFromBits(words[i] ?? 0, bits.next);
    return values;
  }

  return {
    uniform,
    integer,
    normals,
    normal: () => normalFromBits(bits.next(), bits.next),
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

/** Words of 32 random bits, as signed integers. */
interface Bits {
  next(): number;
  /** The same words as from `next`, several times faster. */
  fill(words: Int32Array): void;
}

function mulberry32(seed: number): Bits {
  let state = seed;
  return {
    next: () => {
      state = (state + increment) | 0;
      return scramble(state);
    },
    fill: (words) => {
      // A local copy stays in a register.
      let current = state;
      for (let i = 0; i < words.length; i++) {
        current = (current + increment) | 0;
        words[i] = scramble(current);
      }
      state = current;
    },
  };
}

const increment = 0x6d2b79f5;

function scramble(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), 1 | state);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return bits ^ (bits >>> 14);
}

/** FNV-1a over the purpose, then murmur3's finaliser: neighbouring seeds must not give overlapping streams. */
function mix(seed: number, purpose: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < purpose.length; i++) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
