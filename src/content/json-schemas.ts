import { z } from 'zod';
import { glossaryFileSchema } from './glossary-schema.ts';
import { questionFileSchema } from './question-schema.ts';
import { samplesFileSchema } from './sample-schema.ts';
import { topicsFileSchema } from './topics-schema.ts';

const schemas = {
  question: questionFileSchema,
  samples: samplesFileSchema,
  glossary: glossaryFileSchema,
  topics: topicsFileSchema,
};

/**
 * The files of `content/schema` by name, from the same schemas the loader checks with, so that an editor
 * completes and underlines what the loader would report. JSON Schema draft-07, which every YAML server reads.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
