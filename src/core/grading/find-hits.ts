import { eachTerm, type Lattice, type Slips } from './match/find-terms.ts';
import { toLattice } from './match/lattice.ts';
import { findLoosely, thereIn } from './match/loose-terms.ts';
import { symbolPlaces } from './match/symbol-places.ts';
import { findCues } from './negation/find-cues.ts';
import { type Negation, type Polarity, polarityOf, readNegation } from './negation/read-negation.ts';
import type { PreparedRubric } from './prepared-rubric.ts';
import type { TermUse, TermUses } from './term-uses.ts';
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
  'lexicon' | 'trie' | 'terms' | 'uses' | 'loose' | 'correct' | 'beginnings'
>;

/** Every hit of every slot, by claim, slot and place; of hits of one slot within each other only the longest. */
export function findHits(rubric: Matchable, units: readonly Unit[]): readonly Hit[] {
  const lattice = toLattice(rubric, units);
  const negation = readNegation(units, findCues(units));
  const seats: Seats = new Array(rubric.uses.claimOf.length);
  seatWritten(seats, rubric, lattice, negation);
  seatLoose(seats, rubric, lattice, negation);
  const all: Hit[] = [];
  for (const hits of seats) if (hits !== undefined) all.push(...hits);
  return all;
}

/** The hits of each seat in order of their places, none within another. */
type Seats = (Hit[] | undefined)[];

/** Terms that were found over the same first unit. */
interface Found {
  readonly term: number;
  readonly from: number;
  readonly to: number;
  readonly slips: Slips;
}

/** Seats the hits of terms found as they are written, up to inflection and slips. */
function seatWritten(
  seats: Seats,
  { trie, terms, uses }: Matchable,
  lattice: Lattice,
  negation: Negation,
): void {
  /** How far each term has been found to reach, of those in which others mean something else. */
  const reach = new Int32Array(terms.length);
  const found: Found[] = [];
  const seatFound = () => {
    for (const each of found) seatTerm(seats, each, uses, reach, negation);
    found.length = 0;
  };
  eachTerm(trie, lattice, (term, from, to, slips) => {
    if (found[0] !== undefined && found[0].from !== from) seatFound();
    if (uses.isWrapping[term] === 1) reach[term] = Math.max(reach[term] ?? 0, to);
    insert(found, { term, from, to, slips });
  });
  seatFound();
}

/** Puts a term in its place among those over the same first unit: the longest first, then the least misspelt. */
function insert(found: Found[], each: Found): void {
  let place = found.length;
  found.push(each);
  for (; place > 0; place -= 1) {
    const before = found[place - 1];
    if (before === undefined || !isAhead(each, before)) break;
    found[place] = before;
  }
  found[place] = each;
}

const isAhead = (a: Found, b: Found) => (b.to - a.to || a.slips.typos - b.slips.typos || a.term - b.term) < 0;

function seatTerm(
  seats: Seats,
  { term, from, to, slips }: Found,
  uses: TermUses,
  reach: Int32Array,
  negation: Negation,
): void {
  const { typos, quality, related } = slips;
  const end = uses.from[term + 1] ?? 0;
  let polarity: Polarity | undefined;
  for (let use = uses.from[term] ?? 0; use < end; use += 1) {
    const seat = uses.seatOf[use] ?? 0;
    const hits = seats[seat];
    if (hits !== undefined && to <= (hits.at(-1)?.to ?? 0)) continue;
    if (isWithin(uses, use, to, reach)) continue;
    polarity ??= polarityOf(negation, from, to);
    const [claim, slot] = [uses.claimOf[seat] ?? 0, uses.slotOf[seat] ?? 0];
    const opposite = uses.isOpposite[use] === 1;
    const hit = { claim, slot, term, from, to, typos, quality, related, loose: false, opposite, polarity };
    if (hits === undefined) seats[seat] = [hit];
    else hits.push(hit);
  }
}

/** Whether the words are only part of a longer term in which they mean something else; none of those begins later. */
function isWithin({ wrappersFrom, wrappers }: TermUses, use: number, to: number, reach: Int32Array): boolean {
  const end = wrappersFrom[use + 1] ?? 0;
  for (let at = wrappersFrom[use] ?? 0; at < end; at += 1) {
    if (to <= (reach[wrappers[at] ?? 0] ?? 0)) return true;
  }
  return false;
}

/** Seats the hits of terms whose words stand together in another way, where nothing written is. */
function seatLoose(seats: Seats, { loose, trie }: Matchable, lattice: Lattice, negation: Negation): void {
  const isWritten = new Uint8Array(seats.length);
  for (let seat = 0; seat < seats.length; seat += 1) if (seats[seat] !== undefined) isWritten[seat] = 1;
  const isOpen = ({ seat }: TermUse) => isWritten[seat] === 0;
  const places = symbolPlaces(lattice, trie);
  for (const { term, items, uses } of thereIn(loose, places)) {
    if (!uses.some(isOpen)) continue;
    for (const { from, to } of findLoosely(items, lattice, places)) {
      const polarity = polarityOf(negation, from, to, 'foreign');
      const found = { term, from, to, typos: 0, quality: 1, related: false, loose: true, opposite: false };
      for (const use of uses) {
        if (!isOpen(use)) continue;
        const hit = { claim: use.claim, slot: use.slot, ...found, polarity };
        const hits = seats[use.seat];
        if (hits === undefined) seats[use.seat] = [hit];
        else hits.push(hit);
      }
    }
  }
  seats.forEach((hits, seat) => {
    if (isWritten[seat] === 0 && hits !== undefined) seats[seat] = withoutNested(hits);
  });
}

function withoutNested(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.from - b.from || b.to - a.to || a.term - b.term);
  let reach = 0;
  return hits.filter(({ to }) => {
    const isNested = to <= reach;
    if (!isNested) reach = to;
    return !isNested;
  });
}

/** Hits in their order by claim, for the claims from `from` on. */
export function hitsByClaim(hits: readonly Hit[], from: number, claims: number): readonly (readonly Hit[])[] {
  const lists: (readonly Hit[])[] = [];
  let start = 0;
  while ((hits[start]?.claim ?? from) < from) start += 1;
  for (let claim = from; claim < from + claims; claim += 1) {
    let end = start;
    while (hits[end]?.claim === claim) end += 1;
    lists.push(end > start ? hits.slice(start, end) : noHits);
    start = end;
  }
  return lists;
}

const noHits: readonly Hit[] = [];
