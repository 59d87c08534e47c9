import type { Language } from '../../core/question/language.ts';
import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

export type { Messages };

/** Every sentence a person reads, by language; a language with a sentence missing does not compile. */
export const messages: Readonly<Record<Language, Messages>> = { en, zh };
