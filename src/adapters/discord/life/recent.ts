/** Remembers the latest of many ids, for deliveries that come again when a connection is resumed. */
export interface Recent {
  /** True the first time, false for as long as the id is remembered. */
  isNew(id: string): boolean;
}

export function createRecent(size = 2000): Recent {
  const seen = new Set<string>();
  return {
    isNew(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      // A set keeps the order of insertion, so the oldest comes first.
      if (seen.size > size) for (const oldest of [...seen].slice(0, size / 2)) seen.delete(oldest);
      return true;
    },
  };
}
