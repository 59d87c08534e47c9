import { type Gap, gap } from './unit.ts';

const table = (entries: readonly (readonly [characters: string, gap: Gap])[]): ReadonlyMap<string, Gap> =>
  new Map(entries.flatMap(([characters, strength]) => [...characters].map((each) => [each, strength])));

/** Characters that always part units with the same strength. */
const fixedBreaks = table([
  ['!?;。\n\r•●○■□▪◦', gap.sentence],
  [':|', gap.clause],
  ['→⇒', gap.comma],
  ['、', gap.space],
  ['_/\\', gap.hyphen],
]);

/** `!=` says "not", and a slash may divide. */
const ambiguous = new Set('!/');

/** By code unit: the strength of characters that are never anything but a break. */
export const plainBreaks: readonly (Gap | undefined)[] = byCode(
  [...fixedBreaks].filter(([character]) => !ambiguous.has(character)),
);

function byCode(
  breaks: readonly (readonly [character: string, strength: Gap])[],
): readonly (Gap | undefined)[] {
  const strengths: (Gap | undefined)[] = new Array(0x10000).fill(undefined);
  for (const [character, strength] of breaks) strengths[character.charCodeAt(0)] = strength;
  return strengths;
}

const abbreviations = new Set('vs etc eg ie cf fig eq al approx resp'.split(' '));

/** What the break at a character depends on. */
export interface BreakContext {
  readonly text: string;
  readonly at: number;
  /** Key of the last unit read, if any. */
  readonly lastKey: string | undefined;
  readonly lastIsNumber: boolean;
}

/** How strongly the folded character at `at` parts what stands before it from what comes after. */
export function breakAt(context: BreakContext): Gap {
  const character = context.text.charAt(context.at);
  const fixed = fixedBreaks.get(character);
  if (fixed !== undefined) return fixed;
  if (character === '.') return fullStop(context);
  if (character === ',') return numbersMeet(context) ? gap.space : gap.comma;
  if ('-='.includes(character) && context.text.charAt(context.at + 1) === '>') return gap.comma;
  if (character === '-') return dash(context);
  if ('([{'.includes(character)) return glued(context, -1) || isDigit(context, 1) ? gap.hyphen : gap.bracket;
  if (')]}'.includes(character)) return glued(context, 1) ? gap.hyphen : gap.space;
  return gap.space;
}

function fullStop(context: BreakContext): Gap {
  const { text, at, lastKey } = context;
  if (text.charAt(at + 1) === '.' || text.charAt(at - 1) === '.') return gap.clause;
  if ((lastKey !== undefined && abbreviations.has(lastKey)) || isInitial(text, at)) return gap.space;
  // No space after it: a dotted name such as tf.nn.relu, unless Chinese follows.
  return glued(context, 1) ? gap.hyphen : gap.sentence;
}

/** Any dot of "i.i.d." or "e.g.", but not the one after "the state h". */
const isInitial = (text: string, at: number) =>
  text.charAt(at - 2) === '.' && /(?:^|[^a-z])[a-z]\.[a-z]?$/.test(text.slice(Math.max(0, at - 4), at));

/** A dash between spaces sets a clause apart; inside a word or a range it joins. */
const dash = (context: BreakContext): Gap =>
  context.text.charAt(context.at - 1) === ' ' && context.text.charAt(context.at + 1) === ' '
    ? gap.clause
    : gap.hyphen;

/** `(0, 1)` and `[-1, 1]` are one thing, "weights, biases" are two. */
function numbersMeet({ text, at, lastIsNumber }: BreakContext): boolean {
  return lastIsNumber && /^, ?[-.]?\d/.test(text.slice(at, at + 5));
}

const isDigit = ({ text, at }: BreakContext, offset: number) => /[-.\d]/.test(text.charAt(at + offset));

/** Whether a Latin letter or a digit stands right beside the character. */
const glued = ({ text, at }: BreakContext, offset: number) => /[a-z\d]/.test(text.charAt(at + offset));
