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
