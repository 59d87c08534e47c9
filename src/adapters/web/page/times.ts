import type { Language } from '../../../core/question/language.ts';
import type { Texts } from './texts.ts';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** The language tag that makes a browser choose simplified Chinese letter forms. */
export const langTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Hours and minutes in the reader's zone. */
export function clockTime(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** An instant in full, in the reader's zone. */
export function fullTime(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs);
}

/** A day as a heading between messages. */
export function dayName(atMs: number, nowMs: number, language: Language, words: Texts): string {
  const day = new Date(atMs).toDateString();
  if (day === new Date(nowMs).toDateString()) return words.today;
  if (day === new Date(nowMs - 86_400_000).toDateString()) return words.yesterday;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'full' }).format(atMs);
}
