import type { Selectable } from 'kysely';
import type { Outbox, OutboxPost } from '../../app/ports/store.ts';
import type { Reply } from '../../app/reply.ts';
import type { Database, Schema } from '../schema.ts';
import { toManner } from './manner.ts';

export function outbox(db: Database): Outbox {
  const ofPlatform = (platform: string, state: OutboxPost['state']) =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', state)
      .where('conversation_id', 'like', `${platform}:%`)
      .orderBy('due_ms')
      .orderBy('key');
  return {
    async enqueue(post) {
      await db
        .insertInto('outbox')
        .values({
          key: post.key,
          group_id: post.groupId,
          conversation_id: post.conversationId,
          replies: JSON.stringify(post.replies),
          in_thread: Number(post.manner.inThread),
          mention: post.manner.mention ?? null,
          state: 'waiting',
          due_ms: post.dueMs,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async due(platform, nowMs) {
      return (await ofPlatform(platform, 'waiting').where('due_ms', '<=', nowMs).execute()).map(toPost);
    },
    async interrupted(platform) {
      return (await ofPlatform(platform, 'sending').execute()).map(toPost);
    },
    async cancel(key) {
      await db.deleteFrom('outbox').where('key', '=', key).where('state', '=', 'waiting').execute();
    },
    async mark(key, state, dueMs) {
      const change = dueMs === undefined ? { state } : { state, due_ms: dueMs };
      await db.updateTable('outbox').set(change).where('key', '=', key).execute();
    },
  };
}

function toPost(row: Selectable<Schema['outbox']>): OutboxPost {
  return {
    key: row.key,
    groupId: row.group_id,
    conversationId: row.conversation_id,
    // Only `enqueue` and `mark` write these two columns.
    replies: JSON.parse(row.replies) as Reply[],
    state: row.state as OutboxPost['state'],
    manner: toManner(row),
    dueMs: row.due_ms,
  };
}
