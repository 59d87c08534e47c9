/** Something in a content file that its author has to change. */
export interface Problem {
  /** Path of the file, as the loader was given its folder. */
  readonly file: string;
  /** 1-based line of the field, when the file could be parsed that far. */
  readonly line?: number;
  /** The field, such as `rubric.points[2].weight`; empty for the file as a whole. */
  readonly field: string;
  /** What is wrong and the way out, one sentence. */
  readonly says: string;
}

/** Keys and positions from the root of a file to a field of it. */
export type FieldPath = readonly PropertyKey[];

/** One line for a person: `content/questions/a/b.yaml:12 rubric.points[2].weight: must be above 0; …`. */
export function describeProblem({ file, line, field, says }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return field === '' ? `${place}: ${says}` : `${place} ${field}: ${says}`;
}

/** Writes a path the way people read it: `rubric.points[2].weight`. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}
