import { type Selectable, sql } from 'kysely';
import type { Attempts, QuestionProgress, RoundsResult } from '../../app/ports/store.ts';
import type { Grade } from '../../core/grading/grade.ts';
import type { Attempt } from '../../core/quiz/attempt.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';

const quarterHourMs = 900_000;

const append = prepareQuery((db, row: Schema['attempts']) => db.insertInto('attempts').values(row));
const latestScore = prepareQuery((db, { roundId, personId }: { roundId: string; personId: string }) =>
  latestInRound(db, roundId, personId).select(['ordinal', 'score']),
);

export function attempts(db: Database): Attempts {
  return {
    async append(attempt, isFollowUp) {
      await append.write(db, toRow(attempt, isFollowUp));
    },
    findLatestScore: (roundId, personId) => latestScore.first(db, { roundId, personId }),
    async findLatest(scope, personId) {
      const row =
        'roundId' in scope
          ? await latestInRound(db, scope.roundId, personId).selectAll().executeTakeFirst()
          : await latestInGroup(db, scope.groupId, personId).selectAll().executeTakeFirst();
      return row === undefined ? undefined : toAttempt(row);
    },
    async find(id) {
      const row = await db.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toAttempt(row);
    },
    async ofQuestion(groupId, questionId) {
      const all = db.selectFrom('attempts').selectAll().where('group_id', '=', groupId);
      const ofOne = all.where('question_id', '=', questionId).orderBy('at_ms').orderBy('id');
      return (await ofOne.execute()).map(toAttempt);
    },
    async regrade(id, grade) {
      const columns = { grade: JSON.stringify(grade), score: grade.score };
      await db.updateTable('attempts').set(columns).where('id', '=', id).execute();
    },
    async firstOfRound(roundId) {
      const firsts = db
        .selectFrom('attempts')
        .selectAll()
        .where('round_id', '=', roundId)
        .where('ordinal', '=', 1);
      return (await firsts.orderBy('at_ms').orderBy('person_id').execute()).map(toAttempt);
    },
    results: (rounds) => results(db, rounds),
    progress: (groupId, personId) => progress(db, groupId, personId),
    activeQuarterHours: (groupId, personId, sinceMs) => activeQuarterHours(db, groupId, personId, sinceMs),
  };
}

function latestInRound(db: Database, roundId: string, personId: string) {
  const own = db.selectFrom('attempts').where('round_id', '=', roundId).where('person_id', '=', personId);
  return own.orderBy('ordinal', 'desc').limit(1);
}

function latestInGroup(db: Database, groupId: string, personId: string) {
  const own = db.selectFrom('attempts').where('group_id', '=', groupId).where('person_id', '=', personId);
  return own.orderBy('at_ms', 'desc').orderBy('ordinal', 'desc').limit(1);
}

async function progress(
  db: Database,
  groupId: string,
  personId: string,
): Promise<readonly QuestionProgress[]> {
  const rows = await db
    .selectFrom('attempts')
    .select(({ fn }) => ['question_id', fn.countAll<number>().as('times'), fn.max('score').as('best')])
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .where('is_follow_up', '=', 0)
    .groupBy('question_id')
    .execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    attempts: Number(row.times),
    best: row.best,
  }));
}

async function activeQuarterHours(
  db: Database,
  groupId: string,
  personId: string,
  sinceMs: number,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('attempts')
    .select(sql<number>`at_ms / ${sql.lit(quarterHourMs)}`.as('quarter'))
    .distinct()
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .where('at_ms', '>=', sinceMs)
    .execute();
  return rows.map(({ quarter }) => Math.floor(quarter) * quarterHourMs);
}

async function results(db: Database, rounds: readonly string[]): Promise<readonly RoundsResult[]> {
  const bests = db
    .selectFrom('attempts')
    .select(({ fn }) => ['group_id', 'person_id', 'round_id', fn.max('score').as('best')])
    .where('round_id', 'in', rounds)
    .groupBy(['group_id', 'person_id', 'round_id']);
  const rows = await db
    .selectFrom(bests.as('bests'))
    .innerJoin('members', (join) =>
      join
        .onRef('members.person_id', '=', 'bests.person_id')
        .onRef('members.group_id', '=', 'bests.group_id'),
    )
    .select(({ fn }) => [
      'bests.person_id',
      'members.name',
      'members.is_hidden',
      fn.countAll<number>().as('answered'),
      fn.avg<number>('bests.best').as('average'),
    ])
    .groupBy(['bests.person_id', 'members.name', 'members.is_hidden'])
    .orderBy('average', 'desc')
    .orderBy('members.name')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    isHidden: row.is_hidden === 1,
    answered: Number(row.answered),
    average: Number(row.average),
  }));
}

function toRow(attempt: Attempt, isFollowUp: boolean): Schema['attempts'] {
  return {
    id: attempt.id,
    round_id: attempt.roundId,
    group_id: attempt.groupId,
    person_id: attempt.personId,
    question_id: attempt.questionId,
    ordinal: attempt.ordinal,
    score: attempt.grade.score,
    is_follow_up: Number(isFollowUp),
    answer: attempt.answer,
    grade: JSON.stringify(attempt.grade),
    at_ms: attempt.atMs,
  };
}

function toAttempt(row: Selectable<Schema['attempts']>): Attempt {
  return {
    id: row.id,
    roundId: row.round_id,
    groupId: row.group_id,
    personId: row.person_id,
    questionId: row.question_id,
    ordinal: row.ordinal,
    answer: row.answer,
    // Only `append` writes this column.
    grade: JSON.parse(row.grade) as Grade,
    atMs: row.at_ms,
  };
}
