import { formulaSigns } from '../text/formula.ts';
import { fillers } from '../text/function-words.ts';
import { gap, type Unit } from '../text/unit.ts';
import { rootNode, stepTo, type TermTrie } from './term-trie.ts';

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
  /** Number of each unit's symbol, or undefined where the trie does not know it. */
  readonly symbols: readonly (number | undefined)[];
  /** At a unit: what it may be a misspelling of. */
  readonly corrections: ReadonlyMap<number, readonly Correction[]>;
  /** At a unit: the symbol it makes together with the next one ("over fitting"). */
  readonly joined: ReadonlyMap<number, number>;
}

/** More corrected words than this in one term is guessing. */
const mostTypos = 2;

/** Fillers that may stand between two words of a term. */
const mostFillers = 3;

/**
 * Every term in the text, in order of its first unit; one term may be found at several places, and places overlap.
 * Takes time linear in the text, for no walk is longer than the longest alias.
 */
export function findTerms(trie: TermTrie, lattice: Lattice): readonly TermMatch[] {
  const found: TermMatch[] = [];
  const { units, symbols, corrections, joined } = lattice;

  const enter = (node: number | undefined, path: Path) => {
    if (node === undefined) return;
    if (path.doubts < path.words && !tearsDimension(units, path.from, path.to)) {
      const { from, to, typos, quality, related } = path;
      for (const term of trie.termsAt.get(node) ?? []) {
        found.push({ term, from, to, typos, quality, related });
      }
    }
    follow(node, path, path.to, 0);
  };

  const follow = (node: number, path: Path, at: number, skipped: number) => {
    const unit = units[at];
    if (unit === undefined || (path.words > 0 && unit.gap >= gap.comma)) return;
    const symbol = symbols[at];
    if (symbol !== undefined) enter(stepTo(trie, node, symbol), extend(path, at + 1));
    const pair = joined.get(at);
    if (pair !== undefined) enter(stepTo(trie, node, pair), extend(path, at + 2));
    if (path.typos < mostTypos) {
      for (const correction of corrections.get(at) ?? []) {
        enter(stepTo(trie, node, correction.symbol), extend(path, at + 1, correction));
      }
    }
    if (path.words > 0 && skipped < mostFillers && isSkippable(unit)) {
      follow(node, path, at + 1, skipped + 1);
    }
  };

  for (let from = 0; from < units.length; from += 1) {
    if (symbols[from] === undefined && !corrections.has(from) && !joined.has(from)) continue;
    follow(rootNode, { ...startOfPath, from, to: from }, from, 0);
  }
  return found;
}

/** "3 convolutions" is not in "3x3 convolutions", nor "1" in "1x1". */
function tearsDimension(units: readonly Unit[], from: number, to: number): boolean {
  const [before, first, last, after] = [units[from - 1], units[from], units[to - 1], units[to]];
  return (
    (first?.kind === 'number' && before?.key === 'x' && first.gap === gap.none) ||
    (last?.kind === 'number' && after?.key === 'x' && after.gap === gap.none)
  );
}

/** Fillers, and signs of formulas: an alias that has none of them is found all the same ("L2" in `L-2`). */
const isSkippable = ({ key, kind }: Unit) => fillers.has(key) || (kind === 'sign' && formulaSigns.has(key));

/** The way taken through the units so far. */
interface Path {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly typos: number;
  readonly doubts: number;
  readonly quality: number;
  readonly related: boolean;
}

const startOfPath: Path = { from: 0, to: 0, words: 0, typos: 0, doubts: 0, quality: 1, related: false };

function extend(path: Path, to: number, correction?: Correction): Path {
  if (correction === undefined) return { ...path, to, words: path.words + 1 };
  return {
    from: path.from,
    to,
    words: path.words + 1,
    typos: path.typos + 1,
    doubts: path.doubts + (correction.doubtful ? 1 : 0),
    quality: path.quality * correction.quality,
    related: path.related || correction.related,
  };
}
