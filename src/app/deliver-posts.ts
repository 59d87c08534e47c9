import { toChoice } from './choice.ts';
import { createInOrder } from './in-order.ts';
import { messages } from './messages/index.ts';
import type { Log } from './ports/log.ts';
import type { PlatformAdapter, PostOutcome } from './ports/platform-adapter.ts';
import type { OutboxPost, Store, StoreTransaction } from './ports/store.ts';
import { textReply } from './text-reply.ts';

/**
 * Hands an adapter the posts that wait for it: those of a group in their order, and groups side by side, so that a slow
 * one keeps no other waiting. A post is marked before it is sent, so a crash in between leaves a trace;
 * {@link recoverPosts} decides what to do with it.
 */
export async function deliverPosts(
  store: Store,
  adapter: PlatformAdapter,
  log: Log,
  nowMs: number,
): Promise<void> {
  const inOrder = createInOrder();
  const due = await store.transaction((tx) => tx.outbox.due(adapter.name, nowMs));
  await Promise.all(
    due.map((post) =>
      inOrder(post.groupId, async () => {
        await store.transaction((tx) => tx.outbox.mark(post.key, 'sending'));
        const outcome = await postOrFault(adapter, post, log);
        await store.transaction((tx) => settlePost(tx, post, outcome, log, nowMs));
      }),
    ),
  );
}

async function settlePost(
  tx: StoreTransaction,
  post: OutboxPost,
  outcome: PostOutcome,
  log: Log,
  nowMs: number,
): Promise<void> {
  const { key, groupId } = post;
  switch (outcome.kind) {
    case 'posted':
      if (outcome.at !== undefined) await moveDaily(tx, post, outcome.at);
      return tx.outbox.mark(key, 'sent');
    case 'later':
      return tx.outbox.mark(key, 'waiting', nowMs + outcome.retryAfterMs);
    case 'refused':
      log.warn('post-refused', { key, group: groupId });
      await pauseDaily(tx, post, outcome.reason, nowMs);
      return tx.outbox.mark(key, 'refused');
    case 'gone':
      log.warn('post-refused', { key, group: groupId });
      await tx.groups.markLeft(groupId, nowMs);
      return tx.outbox.mark(key, 'refused');
  }
}

/** The group's later posts go where this one had to. */
async function moveDaily(
  tx: StoreTransaction,
  { groupId, conversationId }: OutboxPost,
  to: string,
): Promise<void> {
  const daily = await tx.dailies.find(groupId);
  if (daily?.conversationId === conversationId) await tx.dailies.save({ ...daily, conversationId: to });
}

/** Pauses the daily question whose place has closed, and tells the group once, wherever the coach may still speak to it. */
async function pauseDaily(
  tx: StoreTransaction,
  { key, groupId, conversationId }: OutboxPost,
  reason: string,
  nowMs: number,
): Promise<void> {
  const daily = await tx.dailies.find(groupId);
  if (daily?.conversationId !== conversationId || daily.state.kind === 'paused') return;
  await tx.dailies.save({ ...daily, state: { kind: 'paused', reason } });
  const language = (await tx.groups.find(groupId))?.language ?? 'en';
  const voice = { language, words: messages[language] };
  const resume = toChoice(voice.words.actions['daily resume'], '/daily resume', 'primary');
  await tx.outbox.enqueue({
    key: `paused:${key}`,
    groupId,
    conversationId: groupId,
    replies: [textReply('conversation', voice, voice.words.daily.pausedTold(reason), [resume])],
    manner: { inThread: false },
    dueMs: nowMs,
  });
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
