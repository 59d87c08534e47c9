import type { Selectable } from 'kysely';
import type { Rounds } from '../../app/ports/store.ts';
import type { Round, RoundOrigin } from '../../core/quiz/round.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';

const find = prepareQuery((db, { id }: { id: string }) =>
  db.selectFrom('rounds').selectAll().where('id', '=', id),
);
const findOpenDaily = prepareQuery((db, { groupId }: { groupId: string }) =>
  dailies(db, groupId).where('closed_ms', 'is', null).orderBy('slot_date', 'desc').limit(1),
);
const findOpenFollowUp = prepareQuery(
  (db, { conversationId, personId }: { conversationId: string; personId: string }) =>
    db
      .selectFrom('rounds')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('person_id', '=', personId)
      .where('kind', '=', 'follow-up')
      .where('closed_ms', 'is', null)
      .orderBy('opened_ms', 'desc')
      .limit(1),
);

export function rounds(db: Database): Rounds {
  return {
    async open(round) {
      await db.insertInto('rounds').values(toRow(round)).execute();
    },
    async close(id, atMs) {
      await db
        .updateTable('rounds')
        .set({ closed_ms: atMs })
        .where('id', '=', id)
        .where('closed_ms', 'is', null)
        .execute();
    },
    async find(id) {
      return toRound(await find.first(db, { id }));
    },
    async findOpenDaily(groupId) {
      return toRound(await findOpenDaily.first(db, { groupId }));
    },
    async findDaily(groupId, date) {
      return toRound(await dailies(db, groupId).where('slot_date', '=', date).limit(1).executeTakeFirst());
    },
    async findDailyBefore(groupId, date) {
      const earlier = dailies(db, groupId).where('slot_date', '<', date).orderBy('slot_date', 'desc');
      return toRound(await earlier.limit(1).executeTakeFirst());
    },
    async findOpenFollowUp(conversationId, personId) {
      return toRound(await findOpenFollowUp.first(db, { conversationId, personId }));
    },
    async timesAsked(scope) {
      const counted = db
        .selectFrom('rounds')
        .select(({ fn }) => ['question_id', fn.countAll<number>().as('times')]);
      const scoped =
        'conversationId' in scope
          ? counted.where('conversation_id', '=', scope.conversationId).where('kind', '=', 'quiz')
          : counted.where('group_id', '=', scope.groupId).where('kind', '=', scope.kind);
      const rows = await scoped.groupBy('question_id').execute();
      return new Map(rows.map((row) => [row.question_id, Number(row.times)]));
    },
  };
}

function dailies(db: Database, groupId: string) {
  return db.selectFrom('rounds').selectAll().where('group_id', '=', groupId).where('kind', '=', 'daily');
}

function toRow(round: Round): Schema['rounds'] {
  const { origin } = round;
  const probe = origin.kind === 'follow-up' ? origin : undefined;
  return {
    id: round.id,
    group_id: round.groupId,
    conversation_id: round.conversationId,
    question_id: round.questionId,
    kind: origin.kind,
    slot_date: origin.kind === 'daily' ? origin.date : null,
    person_id: probe?.personId ?? null,
    follow_up_id: probe?.followUpId ?? null,
    parent_round_id: probe?.parentRoundId ?? null,
    opened_ms: round.openedMs,
    closed_ms: round.closedMs ?? null,
  };
}

function toRound(row: Selectable<Schema['rounds']> | undefined): Round | undefined {
  if (row === undefined) return undefined;
  const round: Round = {
    id: row.id,
    groupId: row.group_id,
    conversationId: row.conversation_id,
    questionId: row.question_id,
    origin: toOrigin(row),
    openedMs: row.opened_ms,
  };
  return row.closed_ms === null ? round : { ...round, closedMs: row.closed_ms };
}

function toOrigin(row: Selectable<Schema['rounds']>): RoundOrigin {
  if (row.kind === 'daily') return { kind: 'daily', date: row.slot_date ?? '' };
  if (row.kind === 'quiz') return { kind: 'quiz' };
  return {
    kind: 'follow-up',
    personId: row.person_id ?? '',
    followUpId: row.follow_up_id ?? '',
    parentRoundId: row.parent_round_id ?? '',
  };
}
