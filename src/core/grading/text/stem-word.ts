import { stemmer } from 'stemmer';
import { americanSpelling } from './american-spelling.ts';
import { baseForms } from './base-forms.ts';

/**
 * The stem of a folded English word: equal for its inflections and for British and American spelling.
 *
 * Porter's stemmer (1980) goes further than a rubric can stand: it makes one of normal and normalisation, of
 * transformer and transformation, of general and generative. Suffixes that change what is meant are kept.
 */
export function stemWord(word: string): string {
  if (word.length < 3) return word;
  const spelled = nounToAdjective(americanSpelling(baseForms.get(word) ?? word));
  for (const [suffix, kept] of keptSuffixes) {
    if (suffix.test(spelled)) return spelled.replace(suffix, kept);
  }
  return stemmer(spelled);
}

const keptSuffixes: readonly (readonly [RegExp, string])[] = [
  [/^(.{3,})i[sz](?:e|es|ed|er|ers|ing|able|ation|ations)$/, '$1iz'],
  [/^(.{3,})al(?:s|ly|ity|ities|ism|ed|ing)?$/, '$1al'],
  // Verbs in -ive (derive, receive, arrive) inflect and are left to Porter.
  [/^(?!.*(?:ceive|rive|vive|prive|give)(?:s|ly)?$)(.{3,})ive(?:s|ly|ness)?$/, '$1ive'],
  [/^(.{3,}er)(?:s|ed|ing)?$/, '$1'],
];

/** "sparsity" to "sparse", "stability" to "stable": Porter leaves these pairs apart. */
const nounToAdjective = (word: string) =>
  word.replace(/^(.{2,})bilit(?:y|ies)$/, '$1ble').replace(/^(.{4,})it(?:y|ies)$/, '$1e');
