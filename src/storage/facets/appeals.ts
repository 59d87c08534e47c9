import type { Selectable } from 'kysely';
import type { Appeals, Audit, AuditLine } from '../../app/ports/store.ts';
import type { Appeal, AppealState } from '../../core/review/appeal.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';

const acceptedOfQuestion = prepareQuery(
  (db, { groupId, questionId }: { groupId: string; questionId: string }) =>
    ofGroup(db, groupId, 'accepted').where('question_id', '=', questionId),
);

export function appeals(db: Database): Appeals {
  return {
    async file(appeal) {
      await db.insertInto('appeals').values(toRow(appeal)).execute();
    },
    async find(id) {
      const row = await db.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toAppeal(row);
    },
    async waiting(groupId) {
      return (await ofGroup(db, groupId, 'waiting').execute()).map(toAppeal);
    },
    async accepted(groupId, questionId) {
      const rows =
        questionId === undefined
          ? await ofGroup(db, groupId, 'accepted').execute()
          : await acceptedOfQuestion.all(db, { groupId, questionId });
      return rows.map(toAppeal);
    },
    async has(attemptId, pointId) {
      const found = db.selectFrom('appeals').select('id').where('attempt_id', '=', attemptId);
      return (await found.where('point_id', '=', pointId).executeTakeFirst()) !== undefined;
    },
    async setState(id, state) {
      await db.updateTable('appeals').set(stateColumns(state)).where('id', '=', id).execute();
    },
  };
}

export function audit(db: Database): Audit {
  return {
    async append({ id, groupId, actorName, what, appealId, regraded, atMs }) {
      const row = {
        id,
        group_id: groupId,
        actor_name: actorName,
        what,
        appeal_id: appealId,
        regraded,
        at_ms: atMs,
      };
      await db.insertInto('audit_lines').values(row).execute();
    },
    async list(groupId, limit) {
      const ofGroup = db.selectFrom('audit_lines').selectAll().where('group_id', '=', groupId);
      const rows = await ofGroup.orderBy('at_ms', 'desc').orderBy('id').limit(limit).execute();
      return rows.map((row) => ({
        id: row.id,
        groupId: row.group_id,
        actorName: row.actor_name,
        // Only `append` writes this column.
        what: row.what as AuditLine['what'],
        appealId: row.appeal_id,
        regraded: row.regraded,
        atMs: row.at_ms,
      }));
    },
  };
}

function ofGroup(db: Database, groupId: string, state: AppealState['kind']) {
  const all = db.selectFrom('appeals').selectAll().where('group_id', '=', groupId).where('state', '=', state);
  return all.orderBy('filed_ms').orderBy('id');
}

function toRow(appeal: Appeal): Schema['appeals'] {
  return {
    id: appeal.id,
    group_id: appeal.groupId,
    conversation_id: appeal.conversationId,
    person_id: appeal.personId,
    person_name: appeal.personName,
    attempt_id: appeal.attemptId,
    question_id: appeal.questionId,
    point_id: appeal.pointId,
    slots: appeal.slots.join(','),
    words: appeal.words,
    filed_ms: appeal.filedMs,
    ...stateColumns(appeal.state),
  };
}

function stateColumns(state: AppealState) {
  return {
    state: state.kind,
    reason: state.kind === 'rejected' ? state.reason : null,
    decided_ms: state.kind === 'waiting' ? null : state.atMs,
    decided_by: state.kind === 'waiting' ? null : state.by,
  };
}

function toAppeal(row: Selectable<Schema['appeals']>): Appeal {
  return {
    id: row.id,
    groupId: row.group_id,
    conversationId: row.conversation_id,
    personId: row.person_id,
    personName: row.person_name,
    attemptId: row.attempt_id,
    questionId: row.question_id,
    pointId: row.point_id,
    slots: row.slots === '' ? [] : row.slots.split(',').map(Number),
    words: row.words,
    filedMs: row.filed_ms,
    state: toState(row),
  };
}

function toState(row: Selectable<Schema['appeals']>): AppealState {
  const decided = { by: row.decided_by ?? '', atMs: row.decided_ms ?? 0 };
  switch (row.state) {
    case 'accepted':
      return { kind: 'accepted', ...decided };
    case 'rejected':
      return { kind: 'rejected', ...decided, reason: row.reason ?? '' };
    case 'undone':
      return { kind: 'undone', ...decided };
    default:
      return { kind: 'waiting' };
  }
}
