/** The languages every question and every sentence of the coach exists in. */
export const languages = ['zh', 'en'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** The same thing said in every language. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>;
