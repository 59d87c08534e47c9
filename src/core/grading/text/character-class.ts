/** How a folded character takes part in units. */
export const characterClass = { letter: 1, digit: 2, han: 3, space: 4, other: 5 } as const;

/** One of {@link characterClass}. */
export type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

/**
 * The class of the folded character at a position; kana count as `han`, for they are not parted by spaces either.
 * Beyond the end of the text everything is `other`, and so are halves of surrogate pairs: emoji and rare characters.
 */
export function classAt(text: string, at: number): CharacterClass {
  if (at < 0 || at >= text.length) return characterClass.other;
  return classOf(text.charCodeAt(at));
}

/** The class of a UTF-16 code unit. */
export function classOf(code: number): CharacterClass {
  // Only classes are ever stored; 0 stands for none yet.
  return ((classes[code] ?? 0) as CharacterClass | 0) || rememberClass(code);
}

/** The class of every UTF-16 code unit; filled in as texts bring them up, 0 where not looked up yet. */
const classes = new Uint8Array(0x10000);

function rememberClass(code: number): CharacterClass {
  const found = classify(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

function classify(character: string): CharacterClass {
  if (/\d/.test(character)) return characterClass.digit;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return characterClass.han;
  if (/\p{L}/u.test(character)) return characterClass.letter;
  return /\s/.test(character) ? characterClass.space : characterClass.other;
}
