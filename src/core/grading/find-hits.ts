import { findTerms, type Lattice, type TermMatch } from './match/find-terms.ts';
import { toLattice } from './match/lattice.ts';
import { areAllThere, findLoosely, symbolPlaces } from './match/loose-terms.ts';
import { findCues } from './negation/find-cues.ts';
import { type Negation, type Polarity, polarityOf, readNegation } from './negation/read-negation.ts';
import type { PreparedRubric, PreparedTerm, TermUse } from './prepared-rubric.ts';
import type { Unit } from './text/unit.ts';

/** Words of the answer that speak for or against a slot, over the units `from..to`, end exclusive. */
export interface Hit {
  readonly claim: number;
  readonly slot: number;
  readonly term: number;
  readonly from: number;
  readonly to: number;
  readonly typos: number;
  /** 0..1: how sure the match is. */
  readonly quality: number;
  /** Found only in a related form. */
  readonly related: boolean;
  /** The term's words were found in another order or with others between. */
  readonly loose: boolean;
  /** The term says the reverse of the slot. */
  readonly opposite: boolean;
  readonly polarity: Polarity;
}

/** What matching needs of a rubric. */
export type Matchable = Pick<
  PreparedRubric,
  'lexicon' | 'trie' | 'terms' | 'looseTerms' | 'seatsFrom' | 'correct' | 'beginnings'
>;

/** Every hit of every slot, by claim, slot and place; of hits of one slot within each other only the longest. */
export function findHits(rubric: Matchable, units: readonly Unit[]): readonly Hit[] {
  const lattice = toLattice(rubric, units);
  const negation = readNegation(units, findCues(units));
  const written = writtenHits(rubric, findTerms(rubric.trie, lattice), negation);
  return withoutNested(written.concat(looseHits(rubric, lattice, written, negation)));
}

/** Hits of terms found as they are written, up to inflection and slips. */
function writtenHits(
  { terms }: Matchable,
  matches: readonly TermMatch[],
  negation: Negation,
): readonly Hit[] {
  const places = placesOf(matches, terms);
  const hits: Hit[] = [];
  for (const { term, from, to, typos, quality, related } of matches) {
    let polarity: Polarity | undefined;
    for (const use of terms[term]?.uses ?? []) {
      if (isWithin(use, from, to, places)) continue;
      const { claim, slot, opposite } = use;
      polarity ??= polarityOf(negation, from, to);
      hits.push({ claim, slot, term, from, to, typos, quality, related, loose: false, opposite, polarity });
    }
  }
  return hits;
}

/** Hits of terms whose words stand together in another way, for slots that nothing written fills. */
function looseHits(
  { looseTerms, trie, seatsFrom }: Matchable,
  lattice: Lattice,
  written: readonly Hit[],
  negation: Negation,
): readonly Hit[] {
  const isFilled = new Uint8Array(seatsFrom.at(-1) ?? 0);
  for (const { claim, slot } of written) isFilled[(seatsFrom[claim] ?? 0) + slot] = 1;
  const isOpen = ({ claim, slot }: TermUse) => isFilled[(seatsFrom[claim] ?? 0) + slot] === 0;
  const places = symbolPlaces(lattice, trie);
  const hits: Hit[] = [];
  for (const { term, items, uses } of looseTerms) {
    if (!uses.some(isOpen) || !areAllThere(items, places)) continue;
    for (const { from, to } of findLoosely(items, lattice, places)) {
      const polarity = polarityOf(negation, from, to, 'foreign');
      const found = { term, from, to, typos: 0, quality: 1, related: false, loose: true, opposite: false };
      for (const use of uses) {
        if (isOpen(use)) hits.push({ claim: use.claim, slot: use.slot, ...found, polarity });
      }
    }
  }
  return hits;
}

/** Hits by their claim, for the claims from `from` on. */
export function hitsByClaim(hits: readonly Hit[], from: number, claims: number): readonly (readonly Hit[])[] {
  const lists = Array.from({ length: claims }, (): Hit[] => []);
  for (const hit of hits) lists[hit.claim - from]?.push(hit);
  return lists;
}

type Places = ReadonlyMap<number, readonly TermMatch[]>;

/** Where the terms stand inside which others mean something else. */
function placesOf(matches: readonly TermMatch[], terms: readonly PreparedTerm[]): Places {
  const places = new Map<number, TermMatch[]>();
  for (const match of matches) {
    if (terms[match.term]?.isWrapping !== true) continue;
    const same = places.get(match.term);
    if (same === undefined) places.set(match.term, [match]);
    else same.push(match);
  }
  return places;
}

/** Whether the words are only part of a longer term in which they mean something else. */
function isWithin({ notWithin }: TermUse, from: number, to: number, places: Places): boolean {
  for (const term of notWithin) {
    if ((places.get(term) ?? []).some((longer) => longer.from <= from && to <= longer.to)) return true;
  }
  return false;
}

function withoutNested(hits: readonly Hit[]): readonly Hit[] {
  const sorted = hits.toSorted(
    (a, b) =>
      a.claim - b.claim ||
      a.slot - b.slot ||
      a.from - b.from ||
      b.to - a.to ||
      a.typos - b.typos ||
      a.term - b.term,
  );
  let last: Hit | undefined;
  return sorted.filter((hit) => {
    const nested = last?.claim === hit.claim && last.slot === hit.slot && hit.to <= last.to;
    if (!nested) last = hit;
    return !nested;
  });
}
