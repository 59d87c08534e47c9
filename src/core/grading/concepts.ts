import type { Concept } from '../question/bank.ts';
import { findTerms } from './match/find-terms.ts';
import { type CompiledAlias, type Stemmer, symbolOf } from './match/pattern.ts';
import { buildTrie, type TermTrie } from './match/term-trie.ts';
import type { Unit } from './text/unit.ts';

/** The glossary's concepts, ready to be found in a text. */
export interface ConceptIndex {
  readonly stem: Stemmer;
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
  stem: Stemmer,
): ConceptIndex {
  const named = concepts.flatMap((concept) => concept.aliases.map((alias) => ({ concept, alias })));
  const patterns = named.flatMap(({ alias }, term) =>
    compile(alias).patterns.map((pattern) => ({ term, pattern })),
  );
  return { stem, trie: buildTrie(patterns), concepts: named.map(({ concept }) => concept) };
}

/** The concepts a text names, in reading order; of overlapping ones the longest. */
export function conceptsIn(index: ConceptIndex, units: readonly Unit[]): readonly NamedConcept[] {
  const symbols = units.map((unit) => index.trie.symbols.get(symbolOf(unit, index.stem)));
  const matches = findTerms(index.trie, { units, symbols, corrections: new Map(), joined: new Map() });
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
