import type { Unit } from './text/unit.ts';
import { hasId, type IdSet, idSetOf, noId } from './text/vocabulary.ts';

/** The wording of a question, ready to be found again in an answer. */
export interface Echo {
  readonly keys: readonly string[];
  /** The ids of the keys. */
  readonly ids: IdSet;
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
  return { keys, ids: idSetOf(keys), places };
}

/**
 * For each unit of the answer: whether it belongs to a stretch copied from the question, or to a copy of all of it.
 * Nothing where none does.
 */
export function findEcho(echo: Echo, units: readonly Unit[]): readonly boolean[] {
  let copied: boolean[] = [];
  let known = 0;
  for (let at = 0; at < units.length; at += 1) {
    // Only where enough words of the question stand in a row may they be copied.
    known = hasId(echo.ids, units[at]?.word.keyId ?? noId) ? known + 1 : 0;
    if (known < shortestRun) continue;
    const from = at - shortestRun + 1;
    const length = copiedFrom(echo, units, from);
    if (length === 0) continue;
    if (copied.length === 0) copied = new Array<boolean>(units.length).fill(false);
    copied.fill(true, from, from + length);
    known = 0;
    at = from + length - 1;
  }
  return copied;
}

/** How many units from one on are a copy worth the name; 0 where none are. */
function copiedFrom(echo: Echo, units: readonly Unit[], from: number): number {
  const starts = echo.places.get(units[from]?.key ?? '') ?? [];
  const { length, isWhole } = longestCopy(echo, units, from, starts);
  const isLong = length >= shortestRun && wordsIn(units, from, from + length) >= shortestEchoWords;
  return isLong || (length >= shortestRun && isWhole) ? length : 0;
}

/** The longest copy that begins at a unit, of those from the given places of the question, and whether it is a prompt from its first word to its last. */
function longestCopy({ keys }: Echo, units: readonly Unit[], at: number, starts: readonly number[]) {
  let length = 0;
  let from = 0;
  for (const start of starts) {
    let same = 1;
    while (at + same < units.length && units[at + same]?.key === keys[start + same]) same += 1;
    if (same <= length) continue;
    length = same;
    from = start;
  }
  const isWhole = keys[from + length] === endOfPrompt && (from === 0 || keys[from - 1] === endOfPrompt);
  return { length, isWhole };
}

function wordsIn(units: readonly Unit[], from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at += 1) words += units[at]?.kind === 'han' ? hanWords : 1;
  return words;
}
