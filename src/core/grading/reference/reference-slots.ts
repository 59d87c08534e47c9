import type { Slot } from '../../question/rubric.ts';
import { conceptsIn } from '../concepts.ts';
import type { Lexicon } from '../lexicon.ts';
import { findCues } from '../negation/find-cues.ts';
import { polarityOf, readNegation } from '../negation/read-negation.ts';
import { formulaSigns } from '../text/formula.ts';
import { contentlessCharacters, functionWords } from '../text/function-words.ts';
import type { Unit } from '../text/unit.ts';
import { type FormulaStretch, formulasIn } from './formulas.ts';
import type { Piece } from './split-reference.ts';

/** What the terms of a reference weigh beside a content word. */
const termWeights = { content: 1, functionWord: 0.2, functionCharacter: 0, formula: 3 };
/** A formula is one term; its letters and numbers by themselves say little. */
const shareInFormula = 0.25;

/**
 * The terms of a piece of a reference as slots: concepts of the glossary with all their aliases, other content words,
 * Chinese characters, numbers and whole formulas. A term that several pieces share tells less about each; of words
 * that a slash sets side by side ("specific/strict") one is enough.
 */
export function slotsOf(
  reference: string,
  piece: Piece,
  pieces: readonly Piece[],
  lexicon: Lexicon,
): readonly Slot[] {
  const negation = readNegation(piece, findCues(piece));
  const isNegated = (from: number, to: number) => polarityOf(negation, from, to).negated;
  const named = conceptsIn(lexicon.concepts, piece);
  const formulas = formulasIn(piece);
  const slots = new Map<string, Slot>();
  for (const { concept, from, to } of named) {
    const weight = sumOf(piece.slice(from, to).map(weightOf));
    slots.set(`#${concept.id}`, toSlot(concept.aliases, isNegated(from, to), weight));
  }
  // The slot of the word before, where a slash makes this one its alternative.
  let beside = '';
  piece.forEach((unit, at) => {
    const { symbol } = unit;
    const weight = weightOf(unit) * (isWithin(formulas, at) ? shareInFormula : 1);
    const alternatives = isAlternative(reference, piece[at - 1], unit) ? slots.get(beside) : undefined;
    if (alternatives === undefined) beside = symbol;
    if (weight === 0 || slots.has(symbol) || isWithin(named, at)) return;
    if (alternatives === undefined) {
      const sharers = pieces.filter((each) => each.some((other) => other.symbol === symbol));
      slots.set(symbol, toSlot([unit.key], isNegated(at, at + 1), weight / Math.sqrt(sharers.length)));
    } else slots.set(beside, withAlias(alternatives, unit.key));
  });
  for (const { from, to } of formulas) {
    const formula = reference.slice(piece[from]?.start, piece[to - 1]?.end);
    slots.set(`=${formula}`, toSlot([formula], false, termWeights.formula));
  }
  return [...slots.values()];
}

const isWithin = (stretches: readonly FormulaStretch[], at: number) =>
  stretches.some(({ from, to }) => from <= at && at < to);

/** Single letters around a slash make a fraction, not a choice. */
function isAlternative(reference: string, before: Unit | undefined, unit: Unit): boolean {
  if (before?.kind !== 'word' || unit.kind !== 'word' || before.key.length < 3 || unit.key.length < 3)
    return false;
  return reference.slice(before.end, unit.start) === '/';
}

const withAlias = (slot: Slot, text: string): Slot => ({
  ...slot,
  aliases: [...slot.aliases, { text, notIn: [] }],
});

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
