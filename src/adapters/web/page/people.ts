/** Personas to begin with, so that a group can be felt before one has a group. */
export const readyMade = ['小雨', 'Ada', '阿哲', 'Noor'] as const;

/** How many colours tell people apart; `frame.css` has one rule for each. */
const hues = 8;

/** A person's colour, the same in every window: it follows from the id. */
export function hueOf(personId: string): number {
  let sum = 0;
  for (const character of personId) sum = (sum * 29 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % hues;
}

/** The first letter or character of a name, for a badge. */
export function initialOf(name: string): string {
  return ([...name.trim()][0] ?? '?').toUpperCase();
}
