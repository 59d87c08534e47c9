import { z } from 'zod';
import { aliasSchema } from './rubric-schema.ts';
import { idSchema, textSchema } from './text-schema.ts';

const conceptSchema = z
  .strictObject({
    en: textSchema.describe('Its usual English name.'),
    zh: textSchema.describe('Its usual Chinese name; may be the English one where Chinese has none.'),
    also: z.array(aliasSchema).default([]).describe('Other ways to write it, in either language.'),
    notIn: z
      .array(aliasSchema)
      .default([])
      .describe('Longer terms inside which an alias means something else.'),
  })
  .meta({ id: 'concept', description: 'A concept many rubrics share.' });

/** `content/glossary.yaml`: concepts by id. */
export const glossaryFileSchema = z.record(idSchema, conceptSchema);

/** The glossary as its authors write it. */
export type GlossaryFile = z.infer<typeof glossaryFileSchema>;
