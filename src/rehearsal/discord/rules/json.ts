/** Readers for bodies of which nothing is known yet. */

export type Json = Readonly<Record<string, unknown>>;

/** The fields of an object; none of anything else. */
export function fields(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The items of a list; none of anything else. */
export function items(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

/** The characters of a text; none of anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A sentence for a text that is missing or too long. */
export function lengthProblems(name: string, value: unknown, low: number, high: number): readonly string[] {
  const { length } = text(value);
  return length < low || length > high
    ? [`${name}: must be between ${low} and ${high} in length, is ${length}`]
    : [];
}

/** Those that come more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
