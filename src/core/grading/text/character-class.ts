/** How a folded character takes part in units. */
export const characterClass = { letter: 1, digit: 2, han: 3, space: 4, other: 5 } as const;

/** One of {@link characterClass}. */
export type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

/**
 * The class of the folded character at a position; kana count as `han`, for they are not parted by spaces either.
 * Beyond the end of the text everything is `other`, and so are halves of surrogate pairs: emoji and rare characters.
 */
export function classAt(text: string, at: number): CharacterClass {
  const code = text.charCodeAt(at);
  return classes[code] ?? rememberClass(code);
}

/** The class of every UTF-16 code unit; filled in as texts bring them up. */
const classes: (CharacterClass | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);

function rememberClass(code: number): CharacterClass {
  // `charCodeAt` beyond the end.
  if (Number.isNaN(code)) return characterClass.other;
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
