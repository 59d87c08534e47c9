import type { Language } from '../../../core/question/language.ts';
import type { Persona } from '../wire.ts';
import { readyMade } from './people.ts';

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
