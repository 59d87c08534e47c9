import { z } from 'zod';
import { languages } from '../core/question/language.ts';
import { sampleKinds } from '../core/question/question.ts';

const share = z.number().min(0, 'must be between 0 and 1').max(1, 'must be between 0 and 1');

const sampleFields = {
  kind: z.enum(sampleKinds).describe('What the answer is an example of.'),
  language: z.enum([...languages, 'mixed']),
  answer: z
    .string()
    .trim()
    .min(1, 'is empty; write an answer as a candidate would')
    .describe('An answer as a candidate would write it.'),
  score: z
    .tuple([share, share])
    .refine(([low, high]) => low <= high, 'must be [lowest, highest] with lowest ≤ highest')
    .describe('Lowest and highest score a fair human would give, 0 to 1.'),
};

/** A sample of a question's own file: a regression test that must always hold. */
export const sampleSchema = z
  .strictObject(sampleFields)
  .meta({ id: 'sample', description: 'An answer with the band of scores a human finds fair.' });

const labelledSchema = z
  .strictObject({
    ...sampleFields,
    blind: z.literal(true).optional().describe('Only measured, never looked at while a rubric is tuned.'),
  })
  .meta({
    id: 'labelled',
    description: 'A labelled answer that measures how well the grader agrees with a human.',
  });

/** A file of `content/samples`: the labelled answers to one question. */
export const samplesFileSchema = z.strictObject({
  question: z.string().describe('Id of the question; also the name of the file.'),
  samples: z.array(labelledSchema).min(1, 'is empty; give at least one answer'),
});

/** A file of labelled answers as its author writes it. */
export type SamplesFile = z.infer<typeof samplesFileSchema>;
