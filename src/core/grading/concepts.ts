import type { Concept } from '../question/bank.ts';
import { findTerms, plainLattice } from './match/find-terms.ts';
import type { CompiledAlias } from './match/pattern.ts';
import { buildTrie, type TermTrie } from './match/term-trie.ts';
import type { Unit } from './text/unit.ts';

/** The glossary's concepts, ready to be found in a text. */
export interface ConceptIndex {
  readonly trie: TermTrie;
  /** The concept each term of the trie names. */
  readonly concepts: readonly Concept[];
}

/** A concept named in a text, over the units `from..to`, end exclusive. */
export interface NamedConcept {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
}

/** Indexes a glossary. */
export function createConceptIndex(
  concepts: readonly Concept[],
  compile: (alias: string) => CompiledAlias,
): ConceptIndex {
  const named = concepts.flatMap((concept) => concept.aliases.map((alias) => ({ concept, alias })));
  const patterns = named.flatMap(({ alias }, term) =>
    compile(alias).patterns.map((pattern) => ({ term, pattern })),
  );
  return { trie: buildTrie(patterns), concepts: named.map(({ concept }) => concept) };
}

/** The concepts a text names, in reading order; of overlapping ones the longest. */
export function conceptsIn(index: ConceptIndex, units: readonly Unit[]): readonly NamedConcept[] {
  const lattice = plainLattice(index.trie, units, 'symbol');
  const matches = findTerms(index.trie, lattice);
  const found: NamedConcept[] = [];
  for (const { term, from, to } of matches.toSorted(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from,
  )) {
    const concept = index.concepts[term];
    if (concept === undefined || found.some((other) => from < other.to && other.from < to)) continue;
    found.push({ concept, from, to });
  }
  return found.toSorted((a, b) => a.from - b.from);
}
