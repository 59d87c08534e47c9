/** Verbs whose final `-ise` is no suffix would fold too, harmlessly: both sides of a comparison fold alike. */
const rules: readonly (readonly [british: RegExp, american: string])[] = [
  [/^(.{3,})our(s|ed|ing|able|al|ally|hood)?$/, '$1or$2'],
  [/^(.{2,}[^aeiou])tr(e|es|ed|ing)$/, '$1ter'],
  [/^(fib|calib|met|lit)re(s?)$/, '$1er$2'],
  [/^(.{3,})ys(e|es|ed|ing|er|ers)$/, '$1yz$2'],
  [/^(.{3,}el)l(ed|ing|er|ers)$/, '$1$2'],
  [/^(.{3,})ogue(s?)$/, '$1og$2'],
  [/^(def|off|lic|pret)ence(s?)$/, '$1ense$2'],
];

/** The American spelling of a lower-case English word, as far as rules tell: "behaviour", "centred", "modelling". */
export function americanSpelling(word: string): string {
  for (const [british, american] of rules) {
    if (british.test(word)) return word.replace(british, american);
  }
  return word;
}
