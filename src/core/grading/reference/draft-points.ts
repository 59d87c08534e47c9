import { conceptsIn } from '../concepts.ts';
import type { Lexicon } from '../lexicon.ts';
import { contentlessCharacters, functionWords } from '../text/function-words.ts';
import { readUnits } from '../text/read-units.ts';
import { gap, type Unit } from '../text/unit.ts';
import { type Piece, splitReference } from './split-reference.ts';

/** A slot as a draft proposes it: a concept of the glossary, or words of the model answer. */
export type DraftSlot =
  | { readonly kind: 'concept'; readonly id: string }
  | { readonly kind: 'words'; readonly text: string };

/** A point as a draft proposes it. */
export interface DraftPoint {
  /** The sentence of the model answer that makes it. */
  readonly says: string;
  /** At least one, in reading order. */
  readonly slots: readonly DraftSlot[];
}

/** More slots than this no answer fills. */
const mostSlots = 3;
/** Longer phrases are nobody else's words. */
const longestPhraseUnits = { word: 3, han: 6 };

/**
 * Proposes the points of a rubric from a model answer: its sentences, each with the concepts of the glossary it names
 * and its most telling phrases. An author decides what stays. Sentences that only repeat the question are left out.
 */
export function draftPoints(reference: string, question: string, lexicon: Lexicon): readonly DraftPoint[] {
  const askedSymbols = new Set(readUnits(question).map(({ symbol }) => symbol));
  const isAsked = ({ symbol }: Unit) => askedSymbols.has(symbol);
  const { pieces } = splitReference(reference, readUnits(reference), false, isAsked);
  return pieces.flatMap((piece, at) => {
    const slots = draftSlots(reference, piece, isAsked, lexicon);
    const says = reference.slice(piece[0]?.start, pieces[at + 1]?.[0]?.start).trim();
    return slots.length === 0 ? [] : { says, slots };
  });
}

interface Candidate {
  readonly from: number;
  readonly slot: DraftSlot;
  readonly length: number;
}

function draftSlots(
  reference: string,
  piece: Piece,
  isAsked: (unit: Unit) => boolean,
  lexicon: Lexicon,
): readonly DraftSlot[] {
  const named = conceptsIn(lexicon.concepts, piece).filter(
    ({ from, to }) => !piece.slice(from, to).every(isAsked),
  );
  const concepts = named.map(({ concept, from, to }): Candidate => {
    return { from, slot: { kind: 'concept', id: concept.id }, length: lengthOf(piece, from, to) };
  });
  const isNamed = (at: number) => named.some(({ from, to }) => from <= at && at < to);
  const phrases = phrasesIn(piece, (at, unit) => isNamed(at) || isAsked(unit)).map(
    ({ from, to }): Candidate => {
      const text = reference.slice(piece[from]?.start, piece[to - 1]?.end);
      return { from, slot: { kind: 'words', text }, length: lengthOf(piece, from, to) };
    },
  );
  const telling = [...concepts, ...phrases.toSorted((a, b) => b.length - a.length)].filter(isFirst);
  return telling
    .slice(0, mostSlots)
    .toSorted((a, b) => a.from - b.from)
    .map(({ slot }) => slot);
}

/** A concept or phrase that the piece names twice is proposed once. */
function isFirst({ slot }: Candidate, at: number, all: readonly Candidate[]): boolean {
  const name = nameOf(slot);
  return all.findIndex((other) => nameOf(other.slot) === name) === at;
}

const nameOf = (slot: DraftSlot) => (slot.kind === 'concept' ? slot.id : slot.text.toLowerCase());

const lengthOf = (piece: Piece, from: number, to: number) =>
  piece.slice(from, to).reduce((sum, { kind, key }) => sum + (kind === 'han' ? 2 : key.length), 0);

/** Runs of content words of the answer's own, cut where they grow too long to be anybody else's words. */
function phrasesIn(piece: Piece, isTaken: (at: number, unit: Unit) => boolean) {
  const phrases: { from: number; to: number }[] = [];
  for (let from = 0; from < piece.length; ) {
    let to = from;
    for (let unit = piece[to]; unit !== undefined && !isTaken(to, unit); unit = piece[to]) {
      if (!continuesPhrase(piece, from, to)) break;
      to += 1;
    }
    if (to > from && isTelling(piece.slice(from, to))) phrases.push({ from, to });
    from = Math.max(to, from + 1);
  }
  return phrases;
}

function continuesPhrase(piece: Piece, from: number, at: number): boolean {
  const [first, unit] = [piece[from], piece[at]];
  if (first === undefined || unit === undefined) return false;
  if (functionWords.has(unit.key) || contentlessCharacters.has(unit.key)) return false;
  if (at === from) return true;
  return unit.kind === first.kind && unit.gap < gap.bracket && at - from < longestPhrase(first);
}

const longestPhrase = ({ kind }: Unit) => (kind === 'han' ? longestPhraseUnits.han : longestPhraseUnits.word);

/** A single character or letter is part of too many words. */
const isTelling = (phrase: readonly Unit[]) =>
  phrase.length > 1 || phrase.some(({ kind, key }) => kind === 'word' && key.length > 2);
