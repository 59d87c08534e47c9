import { plays, role } from '../text/roles.ts';
import { gap, type Unit } from '../text/unit.ts';
import {
  goesOn,
  noNode,
  noSymbol,
  rootNode,
  stepTo,
  symbolOf,
  type TermTrie,
  termsFrom,
} from './term-trie.ts';

/** A term found in a text, over the units `from..to`, end exclusive. */
export interface TermMatch {
  readonly term: number;
  readonly from: number;
  readonly to: number;
  /** Words that had to be corrected. */
  readonly typos: number;
  /** 0..1: how sure the match is; 1 for words found as they are. */
  readonly quality: number;
  /** Some word was only found in a related form. */
  readonly related: boolean;
}

/** A word that a typed word may be a slip away from. */
export interface Correction {
  readonly symbol: number;
  /** The typed word is a word of its own, so it is corrected only in company ("gradient decent"). */
  readonly doubtful: boolean;
  /** 0..1: how sure the correction is. */
  readonly quality: number;
  /** No slip but another form of the word ("allocatable" for "allocation"). */
  readonly related: boolean;
}

/** The units of a text as the symbols of one trie. */
export interface Lattice {
  readonly units: readonly Unit[];
  /** Number of each unit's symbol, or {@link noSymbol} where the trie does not know it. */
  readonly symbols: Int32Array;
  /** 1 at a unit where something is hidden: what the two maps below hold. */
  readonly isHidden: Uint8Array;
  /** At a unit: what it may be a misspelling of. */
  readonly corrections: ReadonlyMap<number, readonly Correction[]>;
  /** At a unit: the symbol it makes together with the next one ("over fitting"). */
  readonly joined: ReadonlyMap<number, number>;
}

/** Reads units as the symbols of a trie just as they stand, by their stems or by their keys. */
export function plainLattice(trie: TermTrie, units: readonly Unit[], by: 'symbol' | 'key'): Lattice {
  const symbols = new Int32Array(units.length);
  let at = 0;
  for (const unit of units) {
    symbols[at] = symbolOf(trie, unit, by);
    at += 1;
  }
  return { units, symbols, isHidden: nowhere, corrections: nothing, joined: nothing };
}

const nowhere = new Uint8Array(0);

const nothing: ReadonlyMap<number, never> = new Map<number, never>();

/** More corrected words than this in one term is guessing. */
const mostTypos = 2;

/** Fillers that may stand between two words of a term. */
const mostFillers = 3;

/** Steps from one position; what repeats itself endlessly is not worth more, and time stays linear. */
const mostSteps = 400;

/**
 * Every term in the text, in order of its first unit; one term may be found at several places, and places overlap.
 * Takes time linear in the text, for no walk is longer than the longest alias.
 */
export function findTerms(trie: TermTrie, lattice: Lattice): readonly TermMatch[] {
  const found: TermMatch[] = [];
  eachTerm(trie, lattice, (term, from, to, { typos, quality, related }) => {
    found.push({ term, from, to, typos, quality, related });
  });
  return found;
}

/** Takes note of a term over the units `from..to`, end exclusive. */
export type Visit = (term: number, from: number, to: number, slips: Slips) => void;

/** {@link findTerms} for those who need no list: visits come in the same order. */
export function eachTerm(trie: TermTrie, lattice: Lattice, visit: Visit): void {
  const { units, symbols, isHidden } = lattice;
  const walk: Walk = { trie, lattice, visit, from: 0, steps: 0 };
  for (let from = 0; from < units.length; from += 1) {
    const symbol = symbols[from] ?? noSymbol;
    const isBeginning = symbol !== noSymbol && trie.first[symbol] !== noNode;
    if (!isBeginning && isHidden[from] !== 1) continue;
    walk.from = from;
    walk.steps = 0;
    follow(walk, rootNode, from, 0, asWritten, 0);
  }
}

interface Walk {
  readonly trie: TermTrie;
  readonly lattice: Lattice;
  readonly visit: Visit;
  from: number;
  steps: number;
}

/** What had to be corrected on the way to a term. */
export interface Slips {
  readonly typos: number;
  readonly doubts: number;
  readonly quality: number;
  readonly related: boolean;
}

/** Nothing had to be. */
const asWritten: Slips = { typos: 0, doubts: 0, quality: 1, related: false };

/** Takes every step that leads on over the unit at `at` from a node that so many words of the text have led to. */
function follow(walk: Walk, node: number, at: number, words: number, slips: Slips, skipped: number): void {
  const { trie, lattice } = walk;
  const unit = lattice.units[at];
  walk.steps += 1;
  if (unit === undefined || (words > 0 && unit.gap >= gap.comma) || walk.steps > mostSteps) return;
  const symbol = lattice.symbols[at] ?? noSymbol;
  if (symbol !== noSymbol) enter(walk, stepTo(trie, node, symbol), at + 1, words + 1, slips);
  if (lattice.isHidden[at] === 1) followHidden(walk, node, at, words, slips);
  if (words > 0 && skipped < mostFillers && isSkippable(unit)) {
    follow(walk, node, at + 1, words, slips, skipped + 1);
  }
}

/** The steps over what the unit may be a misspelling of, and over the word it makes with the next one. */
function followHidden(walk: Walk, node: number, at: number, words: number, slips: Slips): void {
  const { trie, lattice } = walk;
  const pair = lattice.joined.get(at);
  if (pair !== undefined) enter(walk, stepTo(trie, node, pair), at + 2, words + 1, slips);
  if (slips.typos >= mostTypos) return;
  for (const correction of lattice.corrections.get(at) ?? []) {
    const next = stepTo(trie, node, correction.symbol);
    if (next !== noNode) enter(walk, next, at + 1, words + 1, slipped(slips, correction));
  }
}

/** Notes the terms that end at a node and goes on from there. */
function enter(walk: Walk, node: number, to: number, words: number, slips: Slips): void {
  if (node === noNode) return;
  const { trie, lattice, from } = walk;
  const end = termsFrom(trie, node + 1);
  let at = termsFrom(trie, node);
  if (at < end && slips.doubts < words && !tearsDimension(lattice.units, from, to)) {
    for (; at < end; at += 1) walk.visit(trie.terms[at] ?? 0, from, to, slips);
  }
  if (goesOn(trie, node)) follow(walk, node, to, words, slips, 0);
}

const slipped = (slips: Slips, correction: Correction): Slips => ({
  typos: slips.typos + 1,
  doubts: slips.doubts + (correction.doubtful ? 1 : 0),
  quality: slips.quality * correction.quality,
  related: slips.related || correction.related,
});

/** "3 convolutions" is not in "3x3 convolutions", nor "1" in "1x1". */
function tearsDimension(units: readonly Unit[], from: number, to: number): boolean {
  const first = units[from];
  if (first?.kind === 'number' && first.gap === gap.none && isTimes(units[from - 1])) return true;
  const after = units[to];
  return after?.gap === gap.none && isTimes(after) && units[to - 1]?.kind === 'number';
}

const isTimes = (unit: Unit | undefined) => unit?.key === 'x';

/** Fillers, and signs of formulas: an alias that has none of them is found all the same ("L2" in `L-2`). */
const isSkippable = (unit: Unit) => plays(unit, role.filler | role.formulaSign);
