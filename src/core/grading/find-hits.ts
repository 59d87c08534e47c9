import { findTerms, type TermMatch } from './match/find-terms.ts';
import { toLattice } from './match/lattice.ts';
import { findLoosely, symbolPlaces } from './match/loose-terms.ts';
import { findCues } from './negation/find-cues.ts';
import { type Polarity, polarityOf, readNegation } from './negation/read-negation.ts';
import type { PreparedRubric, TermUse } from './prepared-rubric.ts';
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
  'lexicon' | 'trie' | 'terms' | 'spellings' | 'beginnings' | 'forms'
>;

/** Every hit of every slot, by claim, slot and place; of hits of one slot within each other only the longest. */
export function findHits(rubric: Matchable, units: readonly Unit[]): readonly Hit[] {
  const { lexicon, trie, spellings, beginnings, forms } = rubric;
  const vocabulary = { trie, stem: lexicon.stem, knownWords: lexicon.words, spellings, beginnings, forms };
  const lattice = toLattice(vocabulary, units);
  const matches = findTerms(trie, lattice);
  const places = placesOf(matches);
  const negation = readNegation(units, findCues(units));
  const hits: Hit[] = [];
  for (const { term, from, to, typos, quality, related } of matches) {
    for (const use of rubric.terms[term]?.uses ?? []) {
      if (isWithin(use, from, to, places)) continue;
      const { claim, slot, opposite } = use;
      hits.push({
        claim,
        slot,
        term,
        from,
        to,
        typos,
        quality,
        related,
        loose: false,
        opposite,
        polarity: polarityOf(negation, from, to),
      });
    }
  }
  const found = new Set(hits.map(({ claim, slot }) => slotNumber(claim, slot)));
  const symbolsAt = symbolPlaces(lattice);
  rubric.terms.forEach(({ uses, loose }, term) => {
    const open = uses.filter(({ claim, slot, opposite }) => !opposite && !found.has(slotNumber(claim, slot)));
    if (loose === undefined || open.length === 0) return;
    for (const { from, to } of findLoosely(loose, lattice, symbolsAt)) {
      const polarity = polarityOf(negation, from, to, 'foreign');
      for (const { claim, slot } of open) {
        hits.push({
          claim,
          slot,
          term,
          from,
          to,
          typos: 0,
          quality: 1,
          related: false,
          loose: true,
          opposite: false,
          polarity,
        });
      }
    }
  });
  return withoutNested(hits);
}

const slotNumber = (claim: number, slot: number) => claim * 1000 + slot;

type Places = ReadonlyMap<number, readonly TermMatch[]>;

function placesOf(matches: readonly TermMatch[]): Places {
  const places = new Map<number, TermMatch[]>();
  for (const match of matches) {
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
