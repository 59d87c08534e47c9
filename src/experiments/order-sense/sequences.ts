import type { Random } from '../maths/random.ts';

/** Symbols of the alphabet: A, B, and two that mean nothing. */
export const symbols = 4;
const [a, b, firstOther] = [0, 1, 2];

/** Sequences with one A and one B among other symbols. */
export interface Sequences {
  readonly count: number;
  readonly length: number;
  /** Symbol of each step, sequence by sequence. */
  readonly steps: Uint8Array;
  /** 1 where A comes before B, else 0. */
  readonly isAFirst: Float32Array;
}

/** Draws sequences; A and B stand anywhere. */
export function drawSequences(random: Random, count: number, length: number): Sequences {
  const steps = Uint8Array.from(
    { length: count * length },
    () => firstOther + random.integer(symbols - firstOther),
  );
  const isAFirst = new Float32Array(count);
  for (let sequence = 0; sequence < count; sequence++) {
    const placeOfA = random.integer(length);
    // Any other place: one of length − 1, skipping A's.
    const drawn = random.integer(length - 1);
    const placeOfB = drawn < placeOfA ? drawn : drawn + 1;
    steps[sequence * length + placeOfA] = a;
    steps[sequence * length + placeOfB] = b;
    isAFirst[sequence] = placeOfA < placeOfB ? 1 : 0;
  }
  return { count, length, steps, isAFirst };
}

/** One row per sequence, the steps side by side: [count, length · symbols]. */
export function asWindow({ count, length, steps }: Sequences): Float32Array {
  const rows = new Float32Array(count * length * symbols);
  steps.forEach((symbol, at) => {
    rows[at * symbols + symbol] = 1;
  });
  return rows;
}

/** One row per sequence, how often each symbol occurs in it: [count, symbols]. */
export function asBag({ count, length, steps }: Sequences): Float32Array {
  const rows = new Float32Array(count * symbols);
  steps.forEach((symbol, at) => {
    const place = Math.floor(at / length) * symbols + symbol;
    rows[place] = (rows[place] ?? 0) + 1 / length;
  });
  return rows;
}

/** The first step of all sequences, then the second and so on: [length · count, symbols]. */
export function stepByStep({ count, length, steps }: Sequences): Float32Array {
  const rows = new Float32Array(count * length * symbols);
  steps.forEach((symbol, at) => {
    const [sequence, step] = [Math.floor(at / length), at % length];
    rows[(step * count + sequence) * symbols + symbol] = 1;
  });
  return rows;
}
