import { z } from 'zod';
import { bilingualSchema, idSchema } from './text-schema.ts';

/** `content/topics.yaml`: topics by id, in the order menus show them. */
export const topicsFileSchema = z.record(idSchema, bilingualSchema);
