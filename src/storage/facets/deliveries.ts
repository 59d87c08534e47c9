import type { Deliveries } from '../../app/ports/store.ts';
import type { Reply } from '../../app/reply.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';

const claim = prepareQuery((db, row: Schema['deliveries']) =>
  db
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);
const settle = prepareQuery((db, { id, replies }: { id: string; replies: string }) =>
  db.updateTable('deliveries').set({ replies }).where('id', '=', id),
);

export function deliveries(db: Database): Deliveries {
  return {
    async claim(id, atMs) {
      return (await claim.write(db, { id, claimed_ms: atMs, replies: null })) === 1;
    },
    async settle(id, replies) {
      await settle.write(db, { id, replies: JSON.stringify(replies) });
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
