import { stemOf } from '../text/stem-word.ts';
import { gap, type Unit } from '../text/unit.ts';
import { commonWords } from './common-words.ts';
import { type Correction, type Lattice, noSymbol } from './find-terms.ts';
import { nearestForm, type WordForm } from './related-words.ts';
import type { TermTrie } from './term-trie.ts';
import { correctionsOf, type Spelling } from './typos.ts';

/** What reading units as symbols takes. */
export interface Vocabulary {
  readonly trie: TermTrie;
  /** Words that are no misspellings. */
  readonly knownWords: ReadonlySet<string>;
  /** Words that misspellings are corrected to. */
  readonly spellings: readonly Spelling[];
  /** Beginnings of known words, for two typed words that make one. */
  readonly beginnings: ReadonlySet<string>;
  /** Forms of words that others related to them may stand for; empty where only slips are allowed. */
  readonly forms: readonly WordForm[];
}

/** Reads units as symbols of the vocabulary's trie, with what a slip of the keyboard or a stray space may hide. */
export function toLattice(vocabulary: Vocabulary, units: readonly Unit[]): Lattice {
  const { trie } = vocabulary;
  const symbols = new Int32Array(units.length).fill(noSymbol);
  const corrections = new Map<number, readonly Correction[]>();
  const joined = new Map<number, number>();
  const corrected = new Map<string, readonly Correction[]>();
  units.forEach((unit, at) => {
    const symbol = trie.symbols.get(unit.symbol);
    if (symbol !== undefined) symbols[at] = symbol;
    if (unit.kind !== 'word') return;
    if (symbol === undefined) {
      const targets = corrected.get(unit.key) ?? correct(vocabulary, unit);
      corrected.set(unit.key, targets);
      if (targets.length > 0) corrections.set(at, targets);
    }
    const pair = joinedSymbol(vocabulary, unit, units[at + 1]);
    if (pair !== undefined) joined.set(at, pair);
  });
  return { units, symbols, corrections, joined };
}

/** A corrected word is as good as right. */
const correctedQuality = 0.9;

function correct(vocabulary: Vocabulary, { key: typed, symbol: stem }: Unit): readonly Correction[] {
  const { knownWords, spellings, forms } = vocabulary;
  const known = knownWords.has(typed) || knownWords.has(stem);
  const slips = known ? [] : correctionsOf(typed, spellings);
  if (slips.length > 0) {
    const doubtful = commonWords.has(typed);
    return slips.map((symbol) => ({ symbol, doubtful, quality: correctedQuality, related: false }));
  }
  const form = forms.length === 0 ? undefined : nearestForm(stem, forms);
  return form === undefined
    ? []
    : [{ symbol: form.symbol, doubtful: false, quality: form.share, related: true }];
}

function joinedSymbol(
  { trie, beginnings }: Vocabulary,
  unit: Unit,
  next: Unit | undefined,
): number | undefined {
  if (next?.kind !== 'word' || next.gap > gap.hyphen || !beginnings.has(unit.key)) return undefined;
  return trie.symbols.get(stemOf(unit.key + next.key));
}
