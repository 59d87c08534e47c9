/** A value with the words under which it is offered. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** Those whose words or value hold what was typed; those that begin with it first. */
export function matching(all: readonly Suggestion[], wanted: string): readonly Suggestion[] {
  const found = all.filter(({ name, value }) => `${name}\n${value}`.toLowerCase().includes(wanted));
  const isFirst = ({ name, value }: Suggestion) =>
    name.toLowerCase().startsWith(wanted) || value.toLowerCase().startsWith(wanted);
  return [...found.filter(isFirst), ...found.filter((each) => !isFirst(each))];
}
