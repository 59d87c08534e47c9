/** How many runs one person, and one group, may have going at the same time. */
export interface Limits {
  /** Counts a run in, or says which limit is reached. Call `release` once when the run has ended. */
  admit(personId: string, groupId: string): Admission;
}

/** Outcome of {@link Limits.admit}. */
export type Admission =
  | { readonly kind: 'admitted'; readonly release: () => void }
  | { readonly kind: 'person-limit' }
  | { readonly kind: 'group-limit' };

/** Nobody has anything going yet. */
export function createLimits(perPerson: number, perGroup: number): Limits {
  const persons = new Map<string, number>();
  const groups = new Map<string, number>();
  return {
    admit: (personId, groupId) => {
      if ((persons.get(personId) ?? 0) >= perPerson) return { kind: 'person-limit' };
      if ((groups.get(groupId) ?? 0) >= perGroup) return { kind: 'group-limit' };
      add(persons, personId, 1);
      add(groups, groupId, 1);
      const release = () => {
        add(persons, personId, -1);
        add(groups, groupId, -1);
      };
      return { kind: 'admitted', release };
    },
  };
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
