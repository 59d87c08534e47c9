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
/** Stands between prompts; no unit has a line break for its key. */
const endOfPrompt = '\n';
/** A run of fewer units is not looked into further. */
const shortestRun = 3;

/** Indexes the prompts of a question. */
export function createEcho(prompts: readonly (readonly Unit[])[]): Echo {
  const keys = prompts.flatMap((units) => [...units.map(({ key }) => key), endOfPrompt]);
  const places = new Map<string, number[]>();
  keys.forEach((key, at) => {
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  return { keys, places };
}

/** For each unit of the answer: whether it belongs to a stretch copied from the question, or to a copy of all of it. */
export function findEcho(echo: Echo, units: readonly Unit[]): readonly boolean[] {
  const copied = units.map(() => false);
  for (let at = 0; at < units.length; ) {
    const starts = echo.places.get(units[at]?.key ?? '');
    if (starts === undefined) {
      at += 1;
      continue;
    }
    const { length, isWhole } = longestCopy(echo, units, at, starts);
    const isLong = wordsIn(units, at, at + length) >= shortestEchoWords;
    if (length >= shortestRun && (isLong || isWhole)) {
      copied.fill(true, at, at + length);
      at += length;
    } else at += 1;
  }
  return copied;
}

/** The longest copy that begins at a unit, of those from the given places of the question, and whether it is a prompt from its first word to its last. */
function longestCopy({ keys }: Echo, units: readonly Unit[], at: number, starts: readonly number[]) {
  let length = 0;
  let from = 0;
  for (const start of starts) {
    let same = 1;
    while (at + same < units.length && units[at + same]?.key === keys[start + same]) same += 1;
    if (same > length) [length, from] = [same, start];
  }
  const isWhole = keys[from + length] === endOfPrompt && (from === 0 || keys[from - 1] === endOfPrompt);
  return { length, isWhole };
}

function wordsIn(units: readonly Unit[], from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at += 1) words += units[at]?.kind === 'han' ? hanWords : 1;
  return words;
}
