import { schedule } from 'node-cron';
import { postDueDailies } from './app/daily/post-dailies.ts';
import { deliverPosts } from './app/deliver-posts.ts';
import { graceMs } from './app/membership.ts';
import type { PlatformAdapter } from './app/ports/platform-adapter.ts';
import type { LinkKind, Store } from './app/ports/store.ts';
import type { Composition } from './compose.ts';

/** Platforms deliver again within hours; a claim older than this is no longer needed. */
const deliveriesKeptMs = 14 * 24 * 3_600_000;

/** How long a message's buttons work, and how long a draft waits for its writer. */
const linksKeptMs: Readonly<Record<LinkKind, number>> = {
  message: 180 * 24 * 3_600_000,
  token: 180 * 24 * 3_600_000,
  draft: 24 * 3_600_000,
};

/**
 * Ticks once a minute: opens daily questions that are due, delivers posts, and keeps the store tidy.
 * Cron only ticks; the database says what is due. Returns how to stop, which waits for a tick under way.
 */
export function startClockwork(
  composition: Composition,
  adapters: readonly PlatformAdapter[],
): () => Promise<void> {
  let ticking = Promise.resolve();
  const task = schedule('* * * * *', () => (ticking = tick(composition, adapters)), {
    noOverlap: true,
    name: 'tick',
  });
  return async () => {
    await task.destroy();
    await ticking;
  };
}

/** What a tick works with. */
type Ticked = Pick<Composition, 'services' | 'store' | 'log' | 'clock'>;

/** One tick; a fault in one part is logged and keeps no other part from its work. */
export async function tick(composition: Ticked, adapters: readonly PlatformAdapter[]): Promise<void> {
  const { services, store, log, clock } = composition;
  const nowMs = clock.nowMs();
  const parts = [
    () => postDueDailies(services, store, log, nowMs),
    ...adapters.map((adapter) => () => deliverPosts(store, adapter, log, nowMs)),
    () => store.transaction((tx) => tx.deliveries.prune(nowMs - deliveriesKeptMs)),
    () => store.transaction((tx) => tx.groups.purge(nowMs - graceMs)),
    () => pruneLinks(store, nowMs),
  ];
  for (const part of parts) {
    try {
      await part();
    } catch (fault) {
      log.error('tick-failed', fault);
    }
  }
}

function pruneLinks(store: Store, nowMs: number): Promise<void> {
  return store.transaction(async (tx) => {
    await tx.links.prune('message', nowMs - linksKeptMs.message);
    await tx.links.prune('token', nowMs - linksKeptMs.token);
    await tx.links.prune('draft', nowMs - linksKeptMs.draft);
  });
}
