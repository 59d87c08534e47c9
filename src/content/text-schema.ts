import { z } from 'zod';
import { unwrapChinese } from './unwrap-chinese.ts';

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const hasLatin = (text: string) => /\p{Script=Latin}/u.test(text);

/** A kebab-case id: it is stored with attempts, so it is never renamed. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case, such as "dying-relu": a-z, 0-9 and single hyphens');

/** Any text that says something; folded lines are joined, and Chinese ones without a space. */
export const textSchema = z
  .string()
  .transform(unwrapChinese)
  .pipe(z.string().min(1, 'is empty; write something or remove the field'));

const englishSchema = textSchema.refine(hasLatin, 'has no Latin letters; is this the English text?');
const chineseSchema = textSchema.refine(hasHan, 'has no Chinese characters; is this the Chinese text?');

/** The same thing said in English and in Chinese. */
export const bilingualSchema = z
  .strictObject({
    en: englishSchema.describe('The English text.'),
    zh: chineseSchema.describe('The Chinese text.'),
  })
  .meta({ id: 'bilingual', description: 'The same thing said in English (en) and Chinese (zh).' });
