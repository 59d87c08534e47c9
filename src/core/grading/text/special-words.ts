/** Words that are not read as they stand. */
export type SpecialWord =
  /** An auxiliary with "not" built in, as in "doesn't", "dont" and "cannot". */
  | { readonly kind: 'negated'; readonly auxiliary: string }
  /** A small number written out. */
  | { readonly kind: 'number'; readonly digits: string }
  /** After a backslash: a LaTeX command that lays out a formula and names nothing in it. */
  | { readonly kind: 'layout' }
  /** After a backslash: LaTeX's multiplication sign. */
  | { readonly kind: 'times' }
  | { readonly kind: 'percent' };

const words = (list: string) => list.split(' ');

const negatedAuxiliaries =
  'dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt hasnt havent hadnt mustnt neednt aint cannot';

const irregularAuxiliaries = new Map([
  ['cant', 'can'],
  ['cannot', 'can'],
  ['wont', 'will'],
]);

const numbers = words('zero one two three four five six seven eight nine ten eleven twelve');

const layout = words(
  'frac dfrac tfrac left right text mathrm mathbf mathcal mathbb operatorname cdot quad qquad displaystyle begin end',
);

/** Every {@link SpecialWord}, by its folded letters without an apostrophe. */
export const specialWords: ReadonlyMap<string, SpecialWord> = new Map<string, SpecialWord>([
  ...words(negatedAuxiliaries).map((word): [string, SpecialWord] => [
    word,
    { kind: 'negated', auxiliary: irregularAuxiliaries.get(word) ?? word.slice(0, -2) },
  ]),
  ...numbers.map((word, value): [string, SpecialWord] => [word, { kind: 'number', digits: String(value) }]),
  ...layout.map((word): [string, SpecialWord] => [word, { kind: 'layout' }]),
  ['times', { kind: 'times' }],
  ['percent', { kind: 'percent' }],
]);

/** Letters after an apostrophe that say nothing by themselves. */
export const clitics: ReadonlySet<string> = new Set(['s', 're', 'll', 've', 'd', 'm']);
