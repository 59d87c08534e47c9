import type { Selectable } from 'kysely';
import type { Dailies, Daily } from '../../app/ports/store.ts';
import type { Database, Schema } from '../schema.ts';
import { toManner } from './manner.ts';

export function dailies(db: Database): Dailies {
  return {
    async find(groupId) {
      const row = await db
        .selectFrom('dailies')
        .selectAll()
        .where('group_id', '=', groupId)
        .executeTakeFirst();
      return row === undefined ? undefined : toDaily(row);
    },
    async save(daily) {
      const row = toRow(daily);
      await db
        .insertInto('dailies')
        .values(row)
        .onConflict((conflict) => conflict.column('group_id').doUpdateSet(row))
        .execute();
    },
    async due(nowMs) {
      const left = db.selectFrom('study_groups').select('id').where('left_ms', 'is not', null);
      const running = db
        .selectFrom('dailies')
        .selectAll()
        .where('paused_reason', 'is', null)
        .where('group_id', 'not in', left);
      return (await running.where('next_due_ms', '<=', nowMs).orderBy('next_due_ms').execute()).map(toDaily);
    },
    async claimSlot(groupId, date, atMs) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('daily_slots')
        .values({ group_id: groupId, slot_date: date, claimed_ms: atMs })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

function toRow(daily: Daily): Schema['dailies'] {
  return {
    group_id: daily.groupId,
    conversation_id: daily.conversationId,
    wall_time: daily.schedule.time,
    zone: daily.schedule.zone,
    weekdays: daily.schedule.weekdays.join(','),
    in_thread: Number(daily.manner.inThread),
    mention: daily.manner.mention ?? null,
    paused_reason: daily.state.kind === 'paused' ? daily.state.reason : null,
    next_due_ms: daily.nextDueMs,
  };
}

function toDaily(row: Selectable<Schema['dailies']>): Daily {
  return {
    groupId: row.group_id,
    conversationId: row.conversation_id,
    manner: toManner(row),
    schedule: { time: row.wall_time, zone: row.zone, weekdays: row.weekdays.split(',').map(Number) },
    state: row.paused_reason === null ? { kind: 'running' } : { kind: 'paused', reason: row.paused_reason },
    nextDueMs: row.next_due_ms,
  };
}
