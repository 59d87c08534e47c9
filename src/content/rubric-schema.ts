import { z } from 'zod';
import { bilingualSchema, idSchema } from './text-schema.ts';

/** A word or phrase as it may stand in an answer. */
export const aliasSchema = z.string().trim().min(1, 'is empty; write a word or remove it').meta({
  id: 'alias',
  description: 'A word or phrase as learners write it, in either language. Quote numbers.',
});

const aliasesSchema = z.array(aliasSchema).min(1, 'is empty; give at least one alias');

const fullSlotSchema = z.strictObject({
  any: aliasesSchema.optional().describe('Words or phrases; one of them is enough.'),
  concept: z
    .union([idSchema, z.array(idSchema).min(1)])
    .optional()
    .describe('Concepts of glossary.yaml whose aliases count too.'),
  context: z
    .literal(true)
    .optional()
    .describe('Counts beside the other slots of the point only; found alone it earns nothing.'),
  not: z.literal(true).optional().describe('The point says that this does NOT hold ("does not saturate").'),
  opposites: aliasesSchema
    .optional()
    .describe('Words that say the reverse; one of them in the place of an alias is a contradiction.'),
  notIn: aliasesSchema
    .optional()
    .describe('Longer terms inside which an alias means something else (精度 in 高精度地图).'),
});

const slotSchema = z
  .union([
    aliasesSchema,
    fullSlotSchema.refine(
      ({ any, concept }) => any !== undefined || concept !== undefined,
      'matches nothing; give it "any" (a list of words) or "concept" (an id of glossary.yaml)',
    ),
  ])
  .meta({
    id: 'slot',
    description: 'One idea that must be found: a list of alternatives, or a mapping with any/concept/not/….',
  });

const slotsSchema = z
  .array(slotSchema)
  .min(1, 'is empty; give at least one slot')
  .describe('Ideas that must all be found (or `need` of them).');

const pointSchema = z
  .strictObject({
    id: idSchema,
    weight: z
      .number()
      .positive('must be above 0; remove the point if it is worth nothing')
      .describe('Relative worth among the points, above 0.'),
    bonus: z.literal(true).optional().describe('Nice to have: never missed, adds a little.'),
    says: bilingualSchema.describe('What the point says, one sentence the learner reads.'),
    hint: bilingualSchema.describe('A question that nudges towards the point without giving it away.'),
    slots: slotsSchema,
    need: z
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .optional()
      .describe('How many of the slots are enough (for lists).'),
  })
  .meta({ id: 'point', description: 'One thing a good answer says.' });

const parameterSchema = z.union([z.string(), z.number(), z.boolean()]);

/** An experiment with the parameters that show the point. */
export const demoSchema = z
  .strictObject({
    experiment: idSchema.describe('Id of an experiment; see `/demo`.'),
    parameters: z
      .record(z.string(), parameterSchema)
      .default({})
      .describe('Only what differs from the defaults.'),
  })
  .meta({ id: 'demo', description: 'The experiment that shows it.' });

const misconceptionSchema = z
  .strictObject({
    id: idSchema,
    slots: slotsSchema.describe('Ideas that together make the wrong claim.'),
    cap: z
      .number()
      .min(0, 'must be between 0 and 1')
      .max(1, 'must be between 0 and 1')
      .describe('The most an answer with this claim may score, 0 to 1.'),
    contradicts: idSchema.optional().describe('Id of the point that earns nothing beside this claim.'),
    correction: bilingualSchema.describe('One kind sentence that puts it right.'),
    source: idSchema.optional().describe('Id of the source of this question that settles it.'),
    demo: demoSchema.optional(),
  })
  .meta({ id: 'misconception', description: 'A wrong claim worth correcting by name.' });

/** How answers to a question are judged. */
export const rubricSchema = z
  .strictObject({
    style: z
      .enum(['explanation', 'list'])
      .default('explanation')
      .describe('`explanation` expects sentences; `list` accepts enumerations.'),
    points: z.array(pointSchema).min(3, 'needs at least 3 points; one or two cannot tell answers apart'),
    misconceptions: z.array(misconceptionSchema).default([]),
  })
  .meta({ id: 'rubric', description: 'How answers are judged: points to make, misconceptions to avoid.' });

/** A rubric as its author writes it. */
export type RubricFile = z.infer<typeof rubricSchema>;
/** A slot as its author writes it. */
export type SlotFile = z.infer<typeof slotSchema>;
