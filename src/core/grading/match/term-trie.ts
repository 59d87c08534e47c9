import type { Pattern } from './pattern.ts';

/** A pattern and the number of the term it stands for; several patterns may stand for one term. */
export interface TermPattern {
  readonly term: number;
  readonly pattern: Pattern;
}

/**
 * Patterns by their common beginnings, so that one walk from a position finds every term that starts there.
 * Nodes and symbols are numbers and edges lie in flat arrays, for every unit of every answer passes through here.
 */
export interface TermTrie {
  /** Number of each symbol; a symbol that no pattern holds has none. */
  readonly symbols: ReadonlyMap<string, number>;
  /** The node reached from the root over a symbol, or {@link noNode}. */
  readonly first: Int32Array;
  /** A node's edges are those from its entry here up to the next node's. */
  readonly edgesFrom: Int32Array;
  readonly edgeSymbols: Int32Array;
  readonly edgeNodes: Int32Array;
  /** Terms whose pattern ends at a node. */
  readonly termsAt: readonly (readonly number[])[];
}

/** The node every walk starts from, and so one that no step ever reaches. */
export const rootNode = 0;

/** What a step leads to that no pattern takes. */
export const noNode = 0;

/** Builds the trie of a set of patterns; empty patterns are left out, for they would match everywhere. */
export function buildTrie(patterns: readonly TermPattern[]): TermTrie {
  const symbols = new Map<string, number>();
  const children: Map<number, number>[] = [new Map()];
  const termsAt: number[][] = [[]];
  for (const { term, pattern } of patterns) {
    let node = rootNode;
    for (const symbol of pattern) {
      const number = symbols.get(symbol) ?? symbols.size;
      symbols.set(symbol, number);
      const next = children[node]?.get(number) ?? children.length;
      if (next === children.length) {
        children[node]?.set(number, next);
        children.push(new Map());
        termsAt.push([]);
      }
      node = next;
    }
    if (node !== rootNode && termsAt[node]?.includes(term) === false) termsAt[node]?.push(term);
  }
  return { symbols, termsAt, ...flatten(children, symbols.size) };
}

function flatten(children: readonly ReadonlyMap<number, number>[], symbolCount: number) {
  const first = new Int32Array(symbolCount).fill(noNode);
  for (const [symbol, node] of children[rootNode] ?? []) first[symbol] = node;
  const edgesFrom = new Int32Array(children.length + 1);
  children.forEach((edges, node) => {
    edgesFrom[node + 1] = (edgesFrom[node] ?? 0) + edges.size;
  });
  const edges = children.flatMap((ofNode) => [...ofNode]);
  return {
    first,
    edgesFrom,
    edgeSymbols: Int32Array.from(edges, ([symbol]) => symbol),
    edgeNodes: Int32Array.from(edges, ([, node]) => node),
  };
}

/** The node one step further, or {@link noNode} where no pattern goes on that way. */
export function stepTo(trie: TermTrie, node: number, symbol: number): number {
  if (node === rootNode) return trie.first[symbol] ?? noNode;
  const { edgesFrom, edgeSymbols, edgeNodes } = trie;
  const end = edgesFrom[node + 1] ?? 0;
  for (let edge = edgesFrom[node] ?? 0; edge < end; edge += 1) {
    if (edgeSymbols[edge] === symbol) return edgeNodes[edge] ?? noNode;
  }
  return noNode;
}

/** Whether some pattern goes on from a node. */
export const goesOn = ({ edgesFrom }: TermTrie, node: number): boolean =>
  (edgesFrom[node] ?? 0) < (edgesFrom[node + 1] ?? 0);
