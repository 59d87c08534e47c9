import { gap } from '../text/unit.ts';
import type { Lattice } from './find-terms.ts';
import { noSymbol, type TermTrie } from './term-trie.ts';

/** Places looked at per word; further ones only cost time. */
const mostPlaces = 24;

/** Where the symbols of a text stand. */
export interface SymbolPlaces {
  /** The first place of each symbol, and after each place the next of the same symbol. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** The clauses each symbol stands in, as bits by their number modulo 32. */
  readonly clauses: Int32Array;
}

const nowhere = -1;

/** Indexes the symbols of a text by place. */
export function symbolPlaces({ symbols, units }: Lattice, trie: TermTrie): SymbolPlaces {
  const first = new Int32Array(trie.symbols.size).fill(nowhere);
  const clauses = new Int32Array(trie.symbols.size);
  const next = new Int32Array(symbols.length);
  let clause = 0;
  for (let at = symbols.length - 1; at >= 0; at -= 1) {
    const symbol = symbols[at] ?? noSymbol;
    if (symbol !== noSymbol) {
      next[at] = first[symbol] ?? nowhere;
      first[symbol] = at;
      clauses[symbol] = (clauses[symbol] ?? 0) | (1 << clause);
    }
    // Shifts count modulo 32.
    if ((units[at]?.gap ?? gap.none) >= gap.comma) clause += 1;
  }
  return { first, next, clauses };
}

/** The places of a run of symbols, as many as are worth looking at. */
export function placesOf(
  item: readonly number[],
  { first, next }: SymbolPlaces,
  symbols: Int32Array,
): readonly number[] {
  const starts: number[] = [];
  let looked = 0;
  for (
    let at = first[item[0] ?? noSymbol] ?? nowhere;
    at !== nowhere && looked < mostPlaces;
    at = next[at] ?? nowhere
  ) {
    looked += 1;
    if (item.every((symbol, offset) => symbols[at + offset] === symbol)) starts.push(at);
  }
  return starts;
}
