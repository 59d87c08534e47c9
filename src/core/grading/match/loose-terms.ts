import type { TermUse } from '../term-uses.ts';
import { plays, role } from '../text/roles.ts';
import { gap, type Unit } from '../text/unit.ts';
import type { Lattice } from './find-terms.ts';
import { placesOf, type SymbolPlaces } from './symbol-places.ts';
import { noSymbol, type TermTrie } from './term-trie.ts';

/** A term's content words: each a run of symbols that stays together, in whatever order the answer puts them. */
export type LooseItems = readonly (readonly number[])[];

/** A term to look for by its content words, and the slots it speaks for. */
export interface LooseTerm {
  readonly term: number;
  readonly items: LooseItems;
  readonly uses: readonly TermUse[];
}

/** Loose terms, laid out for finding the few whose words a text has. */
export interface LooseTerms {
  readonly terms: readonly LooseTerm[];
  /** The symbols that each term's first two content words begin with, in pairs. */
  readonly heads: Int32Array;
}

/** A loosely found term, over the units `from..to`, end exclusive. */
export interface LooseMatch {
  readonly from: number;
  readonly to: number;
}

/** Words that may stand between the content words of a loose match. */
const slackWords = 3;
const hanWords = 0.5;

/**
 * The content words of an alias, for finding them in another order or with words between ("gradients that slowly
 * vanish"); undefined for an alias of fewer than two. Four Chinese characters part in the middle, others only where
 * both parts are terms themselves.
 */
export function looseItems(
  units: readonly Unit[],
  trie: TermTrie,
  hanTerms: ReadonlySet<string>,
): LooseItems | undefined {
  const items: number[][] = [];
  for (let at = 0; at < units.length; ) {
    const unit = units[at];
    if (unit === undefined) break;
    const to = unit.kind === 'han' ? endOfHan(units, at) : at + 1;
    if (unit.kind === 'han' || !plays(unit, role.filler | role.article)) {
      for (const piece of splitHan(units.slice(at, to), hanTerms)) {
        const symbols = piece.map(({ symbol }) => trie.symbols.get(symbol) ?? -1);
        // A word that only ever occurs inside longer joined patterns cannot be found apart.
        if (symbols.includes(-1)) return undefined;
        items.push(symbols);
      }
    }
    at = to;
  }
  // Numbers stand everywhere; without a word beside them they mean nothing out of order.
  const hasWord = units.some(
    (unit) => unit.kind === 'han' || (unit.kind === 'word' && !plays(unit, role.filler)),
  );
  return items.length < 2 || items.length > 4 || !hasWord ? undefined : items;
}

function endOfHan(units: readonly Unit[], from: number): number {
  let to = from;
  while (units[to]?.kind === 'han') to += 1;
  return to;
}

function splitHan(run: readonly Unit[], hanTerms: ReadonlySet<string>): readonly (readonly Unit[])[] {
  if (run.length < 4) return [run];
  for (let at = 2; at <= run.length - 2; at += 1) {
    const parts = [run.slice(0, at), run.slice(at)];
    const known = parts.every((part) => hanTerms.has(part.map(({ key }) => key).join('')));
    if (known || run.length === 4) return parts;
  }
  return [run];
}

/** Where the content words of a term stand close together, without a break between them. */
export function findLoosely(
  items: LooseItems,
  lattice: Lattice,
  places: SymbolPlaces,
): readonly LooseMatch[] {
  const [first = [], ...rest] = items;
  const others = rest.map((item) => ({ item, starts: placesOf(item, places, lattice.symbols) }));
  const matches: LooseMatch[] = [];
  for (const from of placesOf(first, places, lattice.symbols)) {
    let match: LooseMatch | undefined = { from, to: from + first.length };
    for (const { item, starts } of others) {
      match = match === undefined ? undefined : widen(match, item, starts);
    }
    if (match !== undefined && isCompact(match, items, lattice.units)) matches.push(match);
  }
  return matches;
}

/** The terms whose words may stand together in some clause of the text: the others are not worth looking closer. */
export function thereIn({ terms, heads }: LooseTerms, { clauses }: SymbolPlaces): readonly LooseTerm[] {
  const there: LooseTerm[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const shared = clausesOf(clauses, heads[2 * at]) & clausesOf(clauses, heads[2 * at + 1]);
    if (shared === 0) continue;
    const term = terms[at];
    if (term === undefined) continue;
    const all = term.items.reduce((mask, [head]) => mask & clausesOf(clauses, head), shared);
    if (all !== 0) there.push(term);
  }
  return there;
}

const clausesOf = (clauses: Int32Array, symbol = noSymbol) => clauses[symbol] ?? 0;

/** Takes in the nearest place of an item that does not overlap what is taken already. */
function widen(
  match: LooseMatch,
  item: readonly number[],
  starts: readonly number[],
): LooseMatch | undefined {
  let nearest: LooseMatch | undefined;
  for (const from of starts) {
    const to = from + item.length;
    if (from < match.to && to > match.from) continue;
    const wider = { from: Math.min(match.from, from), to: Math.max(match.to, to) };
    if (nearest === undefined || wider.to - wider.from < nearest.to - nearest.from) nearest = wider;
  }
  return nearest;
}

/** A number that bounds a range, as in "between 0 and 1", 0 到 1 or [0, 1], is not the number that a term names. */
function boundsRange(units: readonly Unit[], at: number): boolean {
  if (units[at]?.kind !== 'number') return false;
  const meets = (step: 1 | -1) => {
    const beside = units[at + step];
    if (beside?.kind === 'number') return true;
    return rangeWords.has(beside?.key ?? '') && units[at + 2 * step]?.kind === 'number';
  };
  return meets(1) || meets(-1);
}

const rangeWords = new Set(['to', 'and', '到', '至', '和']);

function isCompact({ from, to }: LooseMatch, items: LooseItems, units: readonly Unit[]): boolean {
  let words = 0;
  for (let at = from; at < to; at += 1) {
    const unit = units[at];
    if (unit === undefined || (at > from && unit.gap >= gap.comma) || boundsRange(units, at)) return false;
    if (!plays(unit, role.filler)) words += unit.kind === 'han' ? hanWords : 1;
  }
  const own = items.map((item) => (item.length === 1 ? 1 : item.length * hanWords));
  return words <= own.reduce((sum, each) => sum + each, slackWords);
}
