import { sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Tables whose rows belong to a group by its id; those that refer to others come first. */
const ofGroup = [
  'audit_lines',
  'appeals',
  'score_events',
  'attempts',
  'members',
  'dailies',
  'daily_slots',
  'outbox',
  'rounds',
] as const;
/** Tables whose rows belong to a group by their conversation. */
const ofConversation = ['appeals', 'sessions', 'history', 'rounds', 'dailies', 'outbox'] as const;

/** Moves everything of a group to another id. Where the new id already holds a row of the same key, the old one wins. */
export async function moveGroup(db: Database, id: string, newId: string): Promise<void> {
  await clearTheWay(db, id, newId);
  await db.updateTable('study_groups').set({ id: newId }).where('id', '=', id).execute();
  for (const table of ofGroup) {
    await sql`update ${sql.table(table)} set group_id = ${newId} where group_id = ${id}`.execute(db);
  }
  for (const table of ofConversation) {
    await sql`
      update ${sql.table(table)} set conversation_id = ${newId} || substr(conversation_id, ${id.length + 1})
      where ${inGroup(id)}`.execute(db);
  }
}

/** A message to the new id may have come before the word of the move; what it left would be in the way. */
async function clearTheWay(db: Database, id: string, newId: string): Promise<void> {
  const there = sql`group_id = ${newId}`;
  await sql`delete from members where ${there} and person_id in (select person_id from members where group_id = ${id})`.execute(
    db,
  );
  await sql`delete from dailies where ${there} and exists (select 1 from dailies where group_id = ${id})`.execute(
    db,
  );
  await sql`delete from daily_slots where ${there} and slot_date in (select slot_date from daily_slots where group_id = ${id})`.execute(
    db,
  );
  await sql`delete from sessions where conversation_id = ${newId} and exists (select 1 from sessions where conversation_id = ${id})`.execute(
    db,
  );
  await sql`delete from study_groups where id = ${newId} and exists (select 1 from study_groups where id = ${id})`.execute(
    db,
  );
}

/** Deletes the groups we left before an instant, and all that is theirs. */
export async function purgeGroups(db: Database, leftBeforeMs: number): Promise<readonly string[]> {
  const gone = await db.selectFrom('study_groups').select('id').where('left_ms', '<', leftBeforeMs).execute();
  for (const { id } of gone) {
    await sql`delete from explanations where round_id in (select id from rounds where group_id = ${id})`.execute(
      db,
    );
    for (const table of ofGroup)
      await sql`delete from ${sql.table(table)} where group_id = ${id}`.execute(db);
    for (const table of ['sessions', 'history']) {
      await sql`delete from ${sql.table(table)} where ${inGroup(id)}`.execute(db);
    }
    await db.deleteFrom('study_groups').where('id', '=', id).execute();
  }
  return gone.map(({ id }) => id);
}

/** Conversations of a group are its own id, or begin with it and a slash. */
function inGroup(id: string) {
  return sql`(conversation_id = ${id} or substr(conversation_id, 1, ${id.length + 1}) = ${`${id}/`})`;
}
