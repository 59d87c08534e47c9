import type { Language } from '../../core/question/language.ts';

/** The coach's language for a client's locale (`zh-CN`, `zh-TW`, `en-GB`, …): Chinese for any Chinese, else English. */
export function languageOf(locale: string): Language {
  return locale.startsWith('zh') ? 'zh' : 'en';
}

/**
 * What a server says about its language. Every server begins with `en-US` and only one with the COMMUNITY feature can
 * choose, so elsewhere English says nothing.
 */
export function serverLanguage(locale: string, features: readonly string[]): Language | undefined {
  const language = languageOf(locale);
  return language === 'zh' || features.includes('COMMUNITY') ? language : undefined;
}

/** People remembered; whoever has not pressed anything for long is met anew. */
const mostPeople = 10_000;

/** The languages of people's clients, which only interactions tell: messages of theirs are answered in it too. */
export interface ClientLanguages {
  note(personId: string, language: Language): void;
  of(personId: string): Language | undefined;
}

export function createClientLanguages(): ClientLanguages {
  const known = new Map<string, Language>();
  return {
    note(personId, language) {
      known.delete(personId);
      known.set(personId, language);
      // A map keeps the order of insertion, so whoever was met longest ago comes first.
      if (known.size > mostPeople) known.delete(known.keys().next().value ?? '');
    },
    of: (personId) => known.get(personId),
  };
}
