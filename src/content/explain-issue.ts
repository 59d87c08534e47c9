import { z } from 'zod';
import type { FieldPath } from './problem.ts';

/** Zod's raw issue, as its error map receives it. */
type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * Says what is wrong with a field in words an author who knows no TypeScript can act on.
 * Schemas give their own sentence where the rule is particular; this one covers shape and keys.
 */
export function explainIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, issue.input);
    case 'unrecognized_keys':
      return explainKeys(issue.keys, issue.inst);
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_union':
      return explainUnion(issue.inst, issue.input);
    case 'too_small':
      return `needs at least ${issue.minimum} ${issue.origin === 'array' ? 'entries' : ''}`.trimEnd();
    case 'too_big':
      return `takes at most ${issue.maximum} ${issue.origin === 'array' ? 'entries' : ''}`.trimEnd();
    case 'invalid_key':
      return 'has an id that is not kebab-case; use a-z, 0-9 and single hyphens';
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'custom':
      return undefined;
  }
}

/** A problem of one field, in words. */
interface FieldIssue {
  readonly path: FieldPath;
  readonly message: string;
}

/**
 * The issues of a failed parse, field by field. Of a union, only the branch the author was writing is told:
 * the one whose shape fits, so that `[0.25]` as a slot complains about the number and not about a missing mapping.
 */
export function fieldIssues(
  issues: readonly z.core.$ZodIssue[],
  under: FieldPath = [],
): readonly FieldIssue[] {
  return issues.flatMap((issue) => {
    const path = [...under, ...issue.path];
    const fitting =
      issue.code === 'invalid_union'
        ? issue.errors.find((branch) => branch.every((error) => error.path.length > 0))
        : undefined;
    return fitting === undefined ? [{ path, message: issue.message }] : fieldIssues(fitting, path);
  });
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  tuple: 'a list of two numbers',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
  boolean: 'true or false',
};

const kindOf = (schemaType: string) => kinds[schemaType] ?? schemaType;

function explainType(expected: string, input: unknown): string {
  if (input === undefined) return `is missing; add it (${kindOf(expected)})`;
  if (input === null) return `is empty; write ${kindOf(expected)}`;
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) {
    return `must be text, but YAML reads ${String(input)} as a ${typeof input}; put quotes around it`;
  }
  return `must be ${kindOf(expected)}`;
}

function explainKeys(keys: readonly string[], schema: unknown): string {
  const unknown = keys.map((key) => `"${key}"`).join(', ');
  const known = schema instanceof z.ZodObject ? `; known here: ${Object.keys(schema.shape).join(', ')}` : '';
  return `has the unknown key ${unknown}${known}; correct or remove it`;
}

function explainUnion(schema: unknown, input: unknown): string {
  if (input === undefined) return 'is missing; add it';
  if (!(schema instanceof z.ZodUnion)) return 'has a shape that does not fit';
  const shapes = schema.options.map((option) => {
    const type = option._zod.def.type;
    return kindOf(type);
  });
  return `must be ${[...new Set(shapes)].join(' or ')}`;
}
