import { mulberry32 } from '../../../bench/grading/bootstrap.ts';

const longWord = /\p{Script=Latin}{5,}/gu;

/** One slip of the keyboard in a share of the long words: two letters swapped, one dropped, doubled or mistyped. */
export function withTypos(text: string, share: number, seed: number): string {
  const chance = mulberry32(seed);
  return text.replace(longWord, (word) => (chance() < share ? slip(word, chance) : word));
}

function slip(word: string, chance: () => number): string {
  // The first letter is rarely wrong.
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const kind = Math.floor(chance() * 4);
  if (kind === 0) return before + next + letter + after;
  if (kind === 1) return before + next + after;
  if (kind === 2) return before + letter + letter + next + after;
  return before + String.fromCharCode(97 + Math.floor(chance() * 26)) + next + after;
}

/** American spelling turned British. */
export const toBritish = (text: string) =>
  text
    .replace(/(\p{Script=Latin}{3,})iz(e|ed|es|ing|ation|ations|er|ers)\b/giu, '$1is$2')
    .replace(/\b(behavi|neighb|col|fav|lab)or/giu, '$1our')
    .replace(/\bcenter/giu, 'centre')
    .replace(/\b(mod|lab)el(ed|ing)\b/giu, '$1ell$2')
    .replace(/\banalyz/giu, 'analys');

/** British spelling turned American. */
export const toAmerican = (text: string) =>
  text
    .replace(
      /(\p{Script=Latin}{3,})is(e|ed|es|ing|ation|ations|er|ers)\b/giu,
      (word, stem: string, ending: string) =>
        /^(?:no|ra|prec|prom|otherw|superv|rev|adv|dev|compr|surpr|exerc|conc|likew|expert)$/iu.test(stem)
          ? word
          : `${stem}iz${ending}`,
    )
    .replace(/\b(behavi|neighb|col|fav|lab)our/giu, '$1or')
    .replace(
      /\bcentr(e|es|ed)\b/giu,
      (_, ending: string) => `cente${ending === 'e' ? 'r' : `r${ending.slice(0, 2) === 'es' ? 's' : 'ed'}`}`,
    )
    .replace(/\b(mod|lab)ell(ed|ing)\b/giu, '$1el$2');

/** Plurals made singular and singulars plural, for nouns of the field. */
export const otherNumber = (text: string) =>
  text.replace(
    /\b(gradient|layer|weight|activation|network|filter|kernel|gate|point|feature|unit|derivative|channel|parameter|image|output|input)(s?)\b/giu,
    (_, noun: string, plural: string) => (plural === '' ? `${noun}s` : noun),
  );

/** Verbs of the field in another tense. */
export const otherTense = (text: string) =>
  text.replace(
    /\b(vanish|explod|saturat|multipl|normalis|normaliz|converg|learn|shrink|grow|compress|reconstruct|clip|scal|shift)(es|s|ed|ing|ies|ied)\b/giu,
    (word, stem: string, ending: string) => {
      if (/^(?:grow|shrink)$/iu.test(stem)) return ending === 'ing' ? `${stem}s` : `${stem}ing`;
      if (/^multipl$/iu.test(stem)) return ending.startsWith('ie') ? `${stem}ying` : word;
      return ending === 'ed' ? `${stem}ing` : `${stem}ed`;
    },
  );
