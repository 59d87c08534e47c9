import type { Log } from './ports/log.ts';
import type { PlatformAdapter, PostOutcome } from './ports/platform-adapter.ts';
import type { OutboxPost, Store } from './ports/store.ts';

/**
 * Hands an adapter the posts that wait for it. A post is marked before it is sent, so a crash in between leaves a trace;
 * {@link recoverPosts} decides what to do with it.
 */
export async function deliverPosts(
  store: Store,
  adapter: PlatformAdapter,
  log: Log,
  nowMs: number,
): Promise<void> {
  for (const post of await store.transaction((tx) => tx.outbox.due(adapter.name, nowMs))) {
    await store.transaction((tx) => tx.outbox.mark(post.key, 'sending'));
    const outcome = await postOrFault(adapter, post, log);
    await store.transaction(async (tx) => {
      switch (outcome.kind) {
        case 'posted':
          return tx.outbox.mark(post.key, 'sent');
        case 'later':
          return tx.outbox.mark(post.key, 'waiting', nowMs + outcome.retryAfterMs);
        case 'refused': {
          log.warn('post-refused', { key: post.key, group: post.groupId });
          const daily = await tx.dailies.find(post.groupId);
          if (daily?.conversationId === post.conversationId) {
            await tx.dailies.save({ ...daily, state: { kind: 'paused', reason: outcome.reason } });
          }
          return tx.outbox.mark(post.key, 'refused');
        }
      }
    });
  }
}

/** An adapter that throws has a bug; whether the post arrived is unknown, as after a crash. */
async function postOrFault(adapter: PlatformAdapter, post: OutboxPost, log: Log): Promise<PostOutcome> {
  try {
    return await adapter.post(post);
  } catch (fault) {
    log.error('post-failed', fault, { key: post.key });
    return adapter.dropsRepeatedPosts ? { kind: 'later', retryAfterMs: 60_000 } : { kind: 'posted' };
  }
}

/**
 * Settles the posts that a crash interrupted while they were being sent. Where a repeat is harmless they are sent again;
 * elsewhere they count as sent, because a question posted twice is worse than one that may be missing.
 */
export async function recoverPosts(store: Store, adapter: PlatformAdapter, log: Log): Promise<void> {
  const interrupted: readonly OutboxPost[] = await store.transaction((tx) =>
    tx.outbox.interrupted(adapter.name),
  );
  for (const { key } of interrupted) {
    log.warn('post-interrupted', { key, repeated: adapter.dropsRepeatedPosts });
    await store.transaction((tx) => tx.outbox.mark(key, adapter.dropsRepeatedPosts ? 'waiting' : 'sent'));
  }
}
