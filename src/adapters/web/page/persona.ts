import type { Language } from '../../../core/question/language.ts';
import type { Persona } from '../wire.ts';

/** Personas to begin with, so that a group can be felt before one has a group. */
export const readyMade = ['小雨', 'Ada', '阿哲', 'Noor'] as const;

/** How many colours tell people apart; `talk.css` has one rule for each. */
const hues = 8;

/** A person's colour, the same in every window: it follows from the id. */
export function hueOf(personId: string): number {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % hues;
}

/** The first letter or character of a name, for a badge. */
export function initialOf(name: string): string {
  return ([...name.trim()][0] ?? '?').toUpperCase();
}

/** Who sits here: as the address says, else as in this window, else as in the last one. */
export function readPersona(): Persona {
  const asked = new URLSearchParams(location.search).get('as')?.trim();
  const kept = read<Persona>('persona');
  if (asked !== undefined && asked !== '') return { name: asked, isModerator: kept?.isModerator ?? true };
  return kept ?? { name: readLanguage() === 'zh' ? readyMade[0] : readyMade[1], isModerator: true };
}

/** Kept for this window, and as the start of the next one. */
export function keepPersona(persona: Persona): void {
  keep('persona', persona);
  // The address would bring the former persona back on reload.
  if (location.search !== '') history.replaceState(null, '', location.pathname);
}

export function readLanguage(): Language {
  return read<Language>('language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

export function keepLanguage(language: Language): void {
  keep('language', language);
}

function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  for (const storage of [sessionStorage, localStorage]) storage.setItem(`gradcoach.${name}`, text);
}

function read<T>(name: string): T | undefined {
  const text = sessionStorage.getItem(`gradcoach.${name}`) ?? localStorage.getItem(`gradcoach.${name}`);
  // Only `keep` writes these; a hand-edited one is no worse than none.
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
