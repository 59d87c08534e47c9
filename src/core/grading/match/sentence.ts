import type { Unit } from '../text/unit.ts';

/** Words to look out for in a sentence, and Chinese words of two characters. */
export interface Signals {
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** Parts lists of words by spaces. */
export const toSignals = (words: string, pairs: string): Signals => ({
  words: new Set(words.split(' ')),
  pairs: new Set(pairs.split(' ')),
});

/** Where the sentence of the unit at `at` begins and ends, end exclusive. */
export function sentenceAround(units: readonly Unit[], at: number): readonly [from: number, to: number] {
  const sentence = units[at]?.sentence;
  let from = at;
  while (from > 0 && units[from - 1]?.sentence === sentence) from -= 1;
  let to = at;
  while (to < units.length && units[to]?.sentence === sentence) to += 1;
  return [from, to];
}

/** Whether one of the signals stands among the units `from..to`, end exclusive. */
export function signals(
  { words, pairs }: Signals,
  units: readonly Unit[],
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at += 1) {
    const { kind, key } = units[at] ?? { kind: 'sign', key: '' };
    if (kind === 'word' && words.has(key)) return true;
    if (kind === 'han' && pairs.has(key + (units[at + 1]?.key ?? ''))) return true;
  }
  return false;
}
