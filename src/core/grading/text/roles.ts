import { formulaSigns } from './formula.ts';
import { articles, fillers, functionCharacters, functionWords, keywordCharacters } from './function-words.ts';

/** What a unit may do in a sentence, as bits; a prose character is a function character that keywords do not hold. */
export const role = {
  filler: 1,
  article: 2,
  functionWord: 4,
  functionCharacter: 8,
  proseCharacter: 16,
  formulaSign: 32,
} as const;

/** The roles of a unit's key, as bits of {@link role}. */
export const rolesOf = (key: string): number =>
  (fillers.has(key) ? role.filler : 0) |
  (articles.has(key) ? role.article : 0) |
  (functionWords.has(key) ? role.functionWord : 0) |
  (functionCharacters.has(key) ? role.functionCharacter : 0) |
  (functionCharacters.has(key) && !keywordCharacters.has(key) ? role.proseCharacter : 0) |
  (formulaSigns.has(key) ? role.formulaSign : 0);

/** Whether a unit has one of the given roles. */
export const plays = ({ word }: { readonly word: { readonly roles: number } }, wanted: number): boolean =>
  (word.roles & wanted) !== 0;
