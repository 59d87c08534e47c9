import type { Selectable } from 'kysely';
import type { History, HistoryEntry, NewHistoryEntry } from '../../app/ports/store.ts';
import type { Reply } from '../../app/reply.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';

const append = prepareQuery((db, row: ReturnType<typeof toRow>) =>
  db
    .insertInto('history')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('sequence'),
);
const newestOfRound = prepareQuery(
  (db, { conversationId, roundId }: { conversationId: string; roundId: string }) =>
    db
      .selectFrom('history')
      .select('sequence')
      .where('conversation_id', '=', conversationId)
      .where('round_id', '=', roundId)
      .where('audience_id', 'is', null)
      .orderBy('sequence', 'desc')
      .limit(1),
);

export function history(db: Database): History {
  return {
    async append(entries) {
      const appended: HistoryEntry[] = [];
      for (const [position, entry] of entries.entries()) {
        const row = await append.first(db, toRow(entry, position));
        if (row !== undefined) appended.push({ ...entry, sequence: row.sequence });
      }
      return appended;
    },
    async replaceRound(conversationId, roundId, reply) {
      const newest = await newestOfRound.first(db, { conversationId, roundId });
      return newest === undefined ? undefined : replace(db, newest.sequence, reply);
    },
    replace: (sequence, reply) => replace(db, sequence, reply),
    async list(conversationId, personId, limit, beforeSequence) {
      const visible = db
        .selectFrom('history')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('sequence', '<', beforeSequence ?? Number.MAX_SAFE_INTEGER)
        .where(({ or, eb }) => or([eb('audience_id', 'is', null), eb('audience_id', '=', personId)]));
      const newestFirst = await visible.orderBy('sequence', 'desc').limit(limit).execute();
      return newestFirst.reverse().map(toEntry);
    },
  };
}

async function replace(db: Database, sequence: number, reply: Reply): Promise<HistoryEntry | undefined> {
  const row = await db
    .updateTable('history')
    .set({ said: JSON.stringify({ kind: 'coach', reply }) })
    .where('sequence', '=', sequence)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toEntry(row);
}

function toRow(entry: NewHistoryEntry, position: number) {
  const { said } = entry;
  return {
    conversation_id: entry.conversationId,
    delivery_id: entry.deliveryId,
    position,
    audience_id: entry.audienceId ?? null,
    round_id: said.kind === 'coach' ? (said.reply.roundId ?? null) : null,
    said: JSON.stringify(said),
    at_ms: entry.atMs,
  };
}

function toEntry(row: Selectable<Schema['history']>): HistoryEntry {
  const entry: HistoryEntry = {
    sequence: row.sequence,
    conversationId: row.conversation_id,
    deliveryId: row.delivery_id,
    atMs: row.at_ms,
    // Only `toRow` and `replace` write this column.
    said: JSON.parse(row.said) as HistoryEntry['said'],
  };
  return row.audience_id === null ? entry : { ...entry, audienceId: row.audience_id };
}
