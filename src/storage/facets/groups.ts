import type { Groups, Member, Members } from '../../app/ports/store.ts';
import type { Language } from '../../core/question/language.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';
import { moveGroup, purgeGroups } from './whole-group.ts';

const find = prepareQuery((db, { id }: { id: string }) =>
  db.selectFrom('study_groups').selectAll().where('id', '=', id),
);
/** Written and read in one go: every message does it. */
const meet = prepareQuery(
  (db, row: Pick<Schema['members'], 'group_id' | 'person_id' | 'name' | 'met_ms' | 'seen_ms'>) =>
    db
      .insertInto('members')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['group_id', 'person_id']).doUpdateSet({ name: row.name, seen_ms: row.seen_ms }),
      )
      .returning(({ selectFrom }) => [
        'is_hidden',
        selectFrom('people')
          .select('people.language')
          .whereRef('people.id', '=', 'members.person_id')
          .as('language'),
      ]),
);

export function groups(db: Database): Groups {
  return {
    async find(id) {
      const row = await find.first(db, { id });
      if (row === undefined) return undefined;
      const language = toLanguage(row.language);
      return {
        id: row.id,
        zone: row.zone,
        ...(language && { language }),
        ...(row.left_ms !== null && { leftMs: row.left_ms }),
      };
    },
    async save(group) {
      const row = { id: group.id, zone: group.zone, language: group.language ?? null };
      await db
        .insertInto('study_groups')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async markLeft(id, leftMs) {
      await db
        .updateTable('study_groups')
        .set({ left_ms: leftMs ?? null })
        .where('id', '=', id)
        .execute();
    },
    async present(platform) {
      const rows = await db
        .selectFrom('study_groups')
        .select('id')
        .where('id', 'like', `${platform}:%`)
        .where('left_ms', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },
    move: (id, newId) => moveGroup(db, id, newId),
    purge: (leftBeforeMs) => purgeGroups(db, leftBeforeMs),
  };
}

export function members(db: Database): Members {
  return {
    async meet({ groupId, personId, name }, atMs) {
      const seen = { group_id: groupId, person_id: personId, name, met_ms: atMs, seen_ms: atMs };
      const row = await meet.first(db, seen);
      const language = toLanguage(row?.language ?? null);
      const member: Member = { groupId, personId, name, isHidden: row?.is_hidden === 1 };
      return language === undefined ? member : { ...member, language };
    },
    async setHidden(groupId, personId, isHidden) {
      await db
        .updateTable('members')
        .set({ is_hidden: Number(isHidden) })
        .where('group_id', '=', groupId)
        .where('person_id', '=', personId)
        .execute();
    },
    async setLanguage(personId, language) {
      const row = { id: personId, language: language ?? null };
      await db
        .insertInto('people')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
  };
}

function toLanguage(text: string | null): Language | undefined {
  return text === 'zh' || text === 'en' ? text : undefined;
}
