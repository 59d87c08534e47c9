import type { Unit } from '../text/unit.ts';
import { hasId, type IdSet, idSetOf, noId, tableById } from '../text/vocabulary.ts';
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
  /** The same by the ids of the symbols, and which of them there are. */
  readonly byId: Int32Array;
  readonly ids: IdSet;
  /** The node reached from the root over a symbol, or {@link noNode}. */
  readonly first: Int32Array;
  /** By node, in pairs: where its edges and where its terms begin; those of the next node are the ends. */
  readonly nodes: Int32Array;
  /** Edges in pairs of symbol and node reached, those of one node by their symbols. */
  readonly edges: Int32Array;
  /** Terms whose pattern ends at a node. */
  readonly terms: Int32Array;
}

/** The node every walk starts from, and so one that no step ever reaches. */
export const rootNode = 0;

/** What a step leads to that no pattern takes. */
export const noNode = 0;

/** The symbol of a unit that no pattern holds. */
export const noSymbol = -1;

/** The number of a unit's symbol, its stem or its key, or {@link noSymbol}. */
export function symbolOf({ symbols, byId, ids }: TermTrie, { word }: Unit, by: 'symbol' | 'key'): number {
  const id = by === 'key' ? word.keyId : word.symbolId;
  if (id === noId) return symbols.get(word[by]) ?? noSymbol;
  return hasId(ids, id) ? (byId[id] ?? noSymbol) : noSymbol;
}

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
  const [byId, ids] = [tableById(symbols, noSymbol), idSetOf(symbols.keys())];
  return { symbols, byId, ids, ...flatten(children, termsAt, symbols.size) };
}

function flatten(
  children: readonly ReadonlyMap<number, number>[],
  termsAt: readonly (readonly number[])[],
  symbolCount: number,
) {
  const first = new Int32Array(symbolCount).fill(noNode);
  for (const [symbol, node] of children[rootNode] ?? []) first[symbol] = node;
  const nodes = new Int32Array(2 * children.length + 2);
  children.forEach((ofNode, node) => {
    nodes[2 * node + 2] = (nodes[2 * node] ?? 0) + ofNode.size;
    nodes[2 * node + 3] = (nodes[2 * node + 1] ?? 0) + (termsAt[node]?.length ?? 0);
  });
  const edges = children.flatMap((ofNode) => [...ofNode].toSorted(([a], [b]) => a - b));
  return { first, nodes, edges: Int32Array.from(edges.flat()), terms: Int32Array.from(termsAt.flat()) };
}

/** The node one step further, or {@link noNode} where no pattern goes on that way. */
export function stepTo(trie: TermTrie, node: number, symbol: number): number {
  if (node === rootNode) return trie.first[symbol] ?? noNode;
  const { nodes, edges } = trie;
  let low = nodes[2 * node] ?? 0;
  let high = nodes[2 * node + 2] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = edges[2 * middle] ?? noSymbol;
    if (found === symbol) return edges[2 * middle + 1] ?? noNode;
    if (found < symbol) low = middle + 1;
    else high = middle;
  }
  return noNode;
}

/** Whether some pattern goes on from a node. */
export const goesOn = ({ nodes }: TermTrie, node: number): boolean =>
  (nodes[2 * node] ?? 0) < (nodes[2 * node + 2] ?? 0);

/** Where in `terms` those that end at a node begin; those of the next node are the end. */
export const termsFrom = ({ nodes }: TermTrie, node: number): number => nodes[2 * node + 1] ?? 0;
