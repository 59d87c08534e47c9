import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../core/question/language.ts';
import type { Persona, Place } from '../wire.ts';
import { keepLanguage, keepPersona, readLanguage, readPersona } from './persona.ts';
import { texts } from './texts.ts';
import { langTag } from './times.ts';

/** Who is talking, where, in what language. */
export interface Sitting {
  readonly place: Place;
  readonly persona: Persona;
  readonly language: Language;
}

/** The reader's seat, kept over a reload; the document's language and title follow it. */
export function useSitting() {
  const [persona, setPersona] = useState(readPersona);
  const [language, setLanguage] = useState(readLanguage);
  const [place, setPlace] = useState<Place>('room');
  const sitting: Sitting = useMemo(() => ({ place, persona, language }), [place, persona, language]);

  useEffect(() => keepPersona(persona), [persona]);
  useEffect(() => {
    document.documentElement.lang = langTag[language];
    document.title = `${texts[language].title} · ${texts[language][place]}`;
    keepLanguage(language);
  }, [language, place]);

  return { sitting, setPersona, setLanguage, setPlace };
}
