import { createInterface } from 'node:readline';
import type { z } from 'zod';

/** One parsed line, or what is wrong with it. */
export type JsonLine<T> =
  | { readonly kind: 'line'; readonly number: number; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: string };

/** Reads JSON objects, one a line, as they come; blank lines are passed over. Problems name the line. */
export async function* readJsonLines<T>(
  input: NodeJS.ReadableStream,
  schema: z.ZodType<T>,
): AsyncGenerator<JsonLine<T>> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, number, schema);
  }
}

function parseLine<T>(line: string, number: number, schema: z.ZodType<T>): JsonLine<T> {
  let value: unknown;
  try {
    // Some editors open a file with a byte order mark.
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return { kind: 'problem', problem: `line ${number}: is not JSON` };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: 'line', number, value: parsed.data };
  const says = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? 'is no JSON object' : `"${path.join('.')}" ${message}`,
  );
  return { kind: 'problem', problem: `line ${number}: ${says.join('; ')}` };
}
