import type { Log } from '../../app/ports/log.ts';

/** Work that goes on by itself, counted so that a stop can wait for it. */
export interface Following {
  follow(work: Promise<void>): void;
  /** Resolves when nothing goes on any more, what was begun meanwhile included. */
  settled(): Promise<void>;
}

export function createFollowing(log: Log): Following {
  const working = new Set<Promise<void>>();
  return {
    follow(work) {
      const counted = work
        .catch((fault: unknown) => log.error('telegram-showing-failed', fault))
        .finally(() => working.delete(counted));
      working.add(counted);
    },
    async settled() {
      while (working.size > 0) await Promise.all(working);
    },
  };
}
