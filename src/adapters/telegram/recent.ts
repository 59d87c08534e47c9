/** The values of late under their names; beyond its size, what was used longest ago is forgotten. */
export interface Recent<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

export function createRecent<T>(size: number): Recent<T> {
  // A map keeps the order of insertion, so what was used longest ago comes first.
  const values = new Map<string, T>();
  const set = (name: string, value: T) => {
    values.delete(name);
    values.set(name, value);
    if (values.size > size) values.delete(values.keys().next().value ?? name);
  };
  return {
    get(name) {
      const value = values.get(name);
      if (value !== undefined) set(name, value);
      return value;
    },
    set,
  };
}
