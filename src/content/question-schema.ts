import { z } from 'zod';
import { demoSchema, rubricSchema } from './rubric-schema.ts';
import { sampleSchema } from './sample-schema.ts';
import { bilingualSchema, idSchema, textSchema } from './text-schema.ts';

const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3)], {
  error: 'must be 1 (warm-up), 2 (interview) or 3 (senior interview)',
});

const followUpSchema = z
  .strictObject({
    id: idSchema,
    prompt: bilingualSchema,
    probes: z
      .array(idSchema)
      .min(1, 'is empty; name the points the follow-up asks for')
      .describe('Ids of the points it asks for.'),
  })
  .meta({ id: 'followUp', description: 'A question that probes points an answer missed.' });

const sourceSchema = z
  .strictObject({
    id: idSchema,
    citation: textSchema.describe('Authors, year and title.'),
    section: textSchema.optional().describe('Section, table or figure that carries the claim.'),
    url: z.url({ protocol: /^https$/, error: 'must be a full https:// address' }).optional(),
  })
  .meta({ id: 'source', description: 'Where a statement can be checked.' });

/** A file of `content/questions`. */
export const questionFileSchema = z.strictObject({
  id: idSchema.describe('Kebab-case, the name of the file; never renamed or reused.'),
  topic: idSchema.describe('Id of a topic of topics.yaml; the name of the folder.'),
  level: levelSchema.describe('1 warm-up, 2 interview, 3 senior interview.'),
  origin: textSchema.describe('Where the question comes from, such as your name or a list.'),
  prompt: bilingualSchema,
  modelAnswer: bilingualSchema.describe('A full-mark answer; it must itself score at least 0.95.'),
  rubric: rubricSchema,
  hints: z
    .array(bilingualSchema)
    .min(2, 'needs at least 2 hints, from gentle to plain')
    .describe('From gentle to plain; shown one at a time.'),
  followUps: z.array(followUpSchema).min(1, 'needs at least one follow-up question'),
  sources: z.array(sourceSchema).min(1, 'needs at least one source'),
  related: z
    .array(idSchema)
    .optional()
    .describe('Ids of questions whose full answers also answer part of this one.'),
  demo: demoSchema.optional(),
  samples: z.array(sampleSchema),
});

/** A question as its author writes it. */
export type QuestionFile = z.infer<typeof questionFileSchema>;
