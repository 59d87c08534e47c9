import type { Pattern } from './pattern.ts';

/** A pattern and the number of the term it stands for; several patterns may stand for one term. */
export interface TermPattern {
  readonly term: number;
  readonly pattern: Pattern;
}

/** Patterns by their common beginnings, so that one walk from a position finds every term that starts there. */
export interface TermTrie {
  /** Number of each symbol; a symbol that no pattern holds has none. */
  readonly symbols: ReadonlyMap<string, number>;
  /** The node reached from `node` over `symbol`, at key `node * symbols.size + symbol`. */
  readonly edges: ReadonlyMap<number, number>;
  /** Terms whose pattern ends at a node. */
  readonly termsAt: ReadonlyMap<number, readonly number[]>;
}

/** The node every walk starts from. */
export const rootNode = 0;

/** Builds the trie of a set of patterns; empty patterns are left out, for they would match everywhere. */
export function buildTrie(patterns: readonly TermPattern[]): TermTrie {
  const symbols = new Map<string, number>();
  for (const { pattern } of patterns) {
    for (const symbol of pattern) if (!symbols.has(symbol)) symbols.set(symbol, symbols.size);
  }
  const edges = new Map<number, number>();
  const termsAt = new Map<number, number[]>();
  let nodes = 1;
  for (const { term, pattern } of patterns) {
    let node = rootNode;
    for (const symbol of pattern) {
      const key = node * symbols.size + (symbols.get(symbol) ?? 0);
      const next = edges.get(key) ?? nodes++;
      edges.set(key, next);
      node = next;
    }
    if (node === rootNode) continue;
    const terms = termsAt.get(node) ?? [];
    if (!terms.includes(term)) terms.push(term);
    termsAt.set(node, terms);
  }
  return { symbols, edges, termsAt };
}

/** The node one step further, or undefined when no pattern goes on that way. */
export const stepTo = (trie: TermTrie, node: number, symbol: number): number | undefined =>
  trie.edges.get(node * trie.symbols.size + symbol);
