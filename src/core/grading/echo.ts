import type { Unit } from './text/unit.ts';

/** The wording of a question, ready to be found again in an answer. */
export interface Echo {
  readonly keys: readonly string[];
  /** Where in `keys` each key stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Copied stretches shorter than this are ordinary talk: five words, or eight Chinese characters. */
const shortestEchoWords = 5;
const hanWords = 0.625;
/** A run of fewer units is not looked into further. */
const shortestRun = 3;

/** Indexes the prompts of a question. */
export function createEcho(prompts: readonly (readonly Unit[])[]): Echo {
  const keys = prompts.flatMap((units) => [...units.map(({ key }) => key), '\n']);
  const places = new Map<string, number[]>();
  keys.forEach((key, at) => {
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  return { keys, places };
}

/** For each unit of the answer: whether it belongs to a stretch copied from the question. */
export function findEcho(echo: Echo, units: readonly Unit[]): readonly boolean[] {
  const copied = units.map(() => false);
  for (let at = 0; at < units.length; ) {
    const length = longestCopy(echo, units, at);
    if (length >= shortestRun && wordsIn(units, at, at + length) >= shortestEchoWords) {
      copied.fill(true, at, at + length);
      at += length;
    } else at += 1;
  }
  return copied;
}

function longestCopy({ keys, places }: Echo, units: readonly Unit[], at: number): number {
  let longest = 0;
  for (const start of places.get(units[at]?.key ?? '') ?? []) {
    let length = 1;
    while (at + length < units.length && units[at + length]?.key === keys[start + length]) length += 1;
    if (length > longest) longest = length;
  }
  return longest;
}

function wordsIn(units: readonly Unit[], from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at += 1) words += units[at]?.kind === 'han' ? hanWords : 1;
  return words;
}
