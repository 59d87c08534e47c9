import type { Deliveries } from '../../app/ports/store.ts';
import type { Reply } from '../../app/reply.ts';
import type { Database } from '../schema.ts';

export function deliveries(db: Database): Deliveries {
  return {
    async claim(id, atMs) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('deliveries')
        .values({ id, claimed_ms: atMs, replies: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async settle(id, replies) {
      await db
        .updateTable('deliveries')
        .set({ replies: JSON.stringify(replies) })
        .where('id', '=', id)
        .execute();
    },
    async findReplies(id) {
      const row = await db.selectFrom('deliveries').select('replies').where('id', '=', id).executeTakeFirst();
      // Only `settle` writes this column, so the JSON is a list of replies.
      return typeof row?.replies === 'string' ? (JSON.parse(row.replies) as Reply[]) : undefined;
    },
    async prune(beforeMs) {
      await db.deleteFrom('deliveries').where('claimed_ms', '<', beforeMs).execute();
    },
  };
}
