import { stemOf } from '../text/stem-word.ts';
import { gap, type Unit } from '../text/unit.ts';
import type { Corrector } from './corrector.ts';
import { type Correction, type Lattice, noSymbol } from './find-terms.ts';
import type { TermTrie } from './term-trie.ts';

/** What reading units as symbols takes. */
export interface Vocabulary {
  readonly trie: TermTrie;
  readonly correct: Corrector;
  /** Beginnings of known words, for two typed words that make one. */
  readonly beginnings: ReadonlySet<string>;
}

/** Reads units as symbols of the vocabulary's trie, with what a slip of the keyboard or a stray space may hide. */
export function toLattice(vocabulary: Vocabulary, units: readonly Unit[]): Lattice {
  const { trie, correct } = vocabulary;
  const symbols = new Int32Array(units.length).fill(noSymbol);
  const corrections = new Map<number, readonly Correction[]>();
  const joined = new Map<number, number>();
  units.forEach((unit, at) => {
    const symbol = trie.symbols.get(unit.symbol);
    if (symbol !== undefined) symbols[at] = symbol;
    if (unit.kind !== 'word') return;
    if (symbol === undefined) {
      const targets = correct(unit);
      if (targets.length > 0) corrections.set(at, targets);
    }
    const pair = joinedSymbol(vocabulary, unit, units[at + 1]);
    if (pair !== undefined) joined.set(at, pair);
  });
  return { units, symbols, corrections, joined };
}

function joinedSymbol(
  { trie, beginnings }: Vocabulary,
  unit: Unit,
  next: Unit | undefined,
): number | undefined {
  if (next?.kind !== 'word' || next.gap > gap.hyphen || !beginnings.has(unit.key)) return undefined;
  return trie.symbols.get(stemOf(unit.key + next.key));
}
