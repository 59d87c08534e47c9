import type { Slot } from '../../question/rubric.ts';
import { conceptsIn } from '../concepts.ts';
import type { Lexicon } from '../lexicon.ts';
import { findCues } from '../negation/find-cues.ts';
import { polarityOf, readNegation } from '../negation/read-negation.ts';
import { formulaSigns } from '../text/formula.ts';
import { contentlessCharacters, functionWords } from '../text/function-words.ts';
import { gap, type Unit } from '../text/unit.ts';
import type { Piece } from './split-reference.ts';

/** What the terms of a reference weigh beside a content word. */
const termWeights = { content: 1, functionWord: 0.2, functionCharacter: 0, formula: 4 };

/**
 * The terms of a piece of a reference as slots: concepts of the glossary with all their aliases, other content words,
 * Chinese characters, numbers and whole formulas. A term that several pieces share tells less about each.
 */
export function slotsOf(
  reference: string,
  piece: Piece,
  pieces: readonly Piece[],
  lexicon: Lexicon,
): readonly Slot[] {
  const negation = readNegation(piece, findCues(piece));
  const named = conceptsIn(lexicon.concepts, piece);
  const slots = new Map<string, Slot>();
  for (const { concept, from, to } of named) {
    const weight = sumOf(piece.slice(from, to).map(weightOf));
    const { negated } = polarityOf(negation, from, to);
    slots.set(`#${concept.id}`, toSlot(concept.aliases, negated, weight));
  }
  piece.forEach((unit, at) => {
    const weight = weightOf(unit);
    const { symbol } = unit;
    if (weight === 0 || slots.has(symbol) || named.some(({ from, to }) => from <= at && at < to)) return;
    const { negated } = polarityOf(negation, at, at + 1);
    const sharers = pieces.filter((each) => each.some((other) => other.symbol === symbol));
    slots.set(symbol, toSlot([unit.key], negated, weight / Math.sqrt(sharers.length)));
  });
  for (const formula of formulasIn(reference, piece)) {
    slots.set(`=${formula}`, toSlot([formula], false, termWeights.formula));
  }
  return [...slots.values()];
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

function toSlot(aliases: readonly string[], negated: boolean, weight: number): Slot {
  return {
    aliases: aliases.map((text) => ({ text, notIn: [] })),
    polarity: negated ? 'negated' : 'asserted',
    opposites: [],
    weight,
  };
}

function weightOf({ kind, key }: Unit): number {
  if (kind === 'sign' && formulaSigns.has(key)) return 0;
  if (functionWords.has(key)) return termWeights.functionWord;
  if (contentlessCharacters.has(key)) return termWeights.functionCharacter;
  return termWeights.content;
}

/** Stretches of single letters, numbers and signs that belong together: `(2n+1)/3`, `O(n)`. */
function formulasIn(reference: string, piece: Piece): readonly string[] {
  const formulas: string[] = [];
  for (let from = 0; from < piece.length; ) {
    let to = from + 1;
    while (to < piece.length && isFormulaPart(piece[from]) && continuesFormula(piece[to], piece[to - 1]))
      to += 1;
    const part = piece.slice(from, to);
    const [first, last] = [part[0], part.at(-1)];
    if (part.length >= 2 && first !== undefined && last !== undefined && part.some(isVariable)) {
      formulas.push(reference.slice(first.start, last.end));
    }
    from = to;
  }
  return formulas;
}

const isVariable = ({ kind, key }: Unit) => kind === 'number' || (kind === 'word' && key.length === 1);

const isFormulaPart = (unit: Unit | undefined) =>
  unit !== undefined && (isVariable(unit) || (unit.kind === 'sign' && formulaSigns.has(unit.key)));

function continuesFormula(unit: Unit | undefined, before: Unit | undefined): boolean {
  if (unit === undefined || !isFormulaPart(unit) || !isFormulaPart(before)) return false;
  return unit.kind === 'sign' || before?.kind === 'sign' || unit.gap === gap.none || unit.gap === gap.hyphen;
}
