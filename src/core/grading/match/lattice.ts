import { gap, type Unit } from '../text/unit.ts';
import { wordOf } from '../text/word.ts';
import type { Corrector } from './corrector.ts';
import type { Correction, Lattice } from './find-terms.ts';
import { noSymbol, symbolOf, type TermTrie } from './term-trie.ts';
import { mayBegin, type WordBeginnings } from './word-beginnings.ts';

/** What reading units as symbols takes. */
export interface Vocabulary {
  readonly trie: TermTrie;
  readonly correct: Corrector;
  /** Beginnings of known words, for two typed words that make one. */
  readonly beginnings: WordBeginnings;
}

/** Reads units as symbols of the vocabulary's trie, with what a slip of the keyboard or a stray space may hide. */
export function toLattice({ trie, correct, beginnings }: Vocabulary, units: readonly Unit[]): Lattice {
  const symbols = new Int32Array(units.length);
  const isHidden = new Uint8Array(units.length);
  const corrections = new Map<number, readonly Correction[]>();
  const joined = new Map<number, number>();
  let before: Unit | undefined;
  let at = 0;
  for (const unit of units) {
    const symbol = symbolOf(trie, unit, 'symbol');
    symbols[at] = symbol;
    if (unit.kind === 'word') {
      const targets = symbol === noSymbol ? correct(unit) : [];
      if (targets.length > 0) {
        corrections.set(at, targets);
        isHidden[at] = 1;
      }
      const pair = before === undefined ? noSymbol : joinedSymbol(trie, beginnings, before, unit);
      if (pair !== noSymbol) {
        joined.set(at - 1, pair);
        isHidden[at - 1] = 1;
      }
    }
    before = unit;
    at += 1;
  }
  return { units, symbols, isHidden, corrections, joined };
}

/** The symbol that a word makes with the one typed before it. */
function joinedSymbol(trie: TermTrie, beginnings: WordBeginnings, before: Unit, unit: Unit): number {
  if (before.kind !== 'word' || unit.gap > gap.hyphen || !mayBegin(beginnings, before, unit)) return noSymbol;
  return trie.symbols.get(wordOf(before.key + unit.key).symbol) ?? noSymbol;
}
