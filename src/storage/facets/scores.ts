import type { Selectable } from 'kysely';
import type { Scores } from '../../app/ports/store.ts';
import type { Tally } from '../../core/leaderboard/standing.ts';
import type { Interval } from '../../core/leaderboard/window.ts';
import type { ScoreEvent } from '../../core/quiz/attempt.ts';
import { prepareQuery } from '../prepared-query.ts';
import type { Database, Schema } from '../schema.ts';

const add = prepareQuery((db, row: Schema['score_events']) => db.insertInto('score_events').values(row));

export function scores(db: Database): Scores {
  return {
    async add(event) {
      await add.write(db, toRow(event));
    },
    async findByAttempt(attemptId) {
      const found = db.selectFrom('score_events').selectAll().where('attempt_id', '=', attemptId);
      const row = await found.executeTakeFirst();
      return row === undefined ? undefined : toEvent(row);
    },
    async correct(attemptId, points, score) {
      await db
        .updateTable('score_events')
        .set({ points, score })
        .where('attempt_id', '=', attemptId)
        .execute();
    },
    tallies: (groupId, interval) => tallies(db, groupId, interval),
  };
}

async function tallies(db: Database, groupId: string, interval: Interval): Promise<readonly Tally[]> {
  const bests = bestByQuestion(db, groupId, interval);
  const rows = await db
    .selectFrom(bests.as('bests'))
    .innerJoin('members', (join) =>
      join.onRef('members.person_id', '=', 'bests.person_id').on('members.group_id', '=', groupId),
    )
    .select(({ fn }) => [
      'bests.person_id',
      'members.name',
      'members.is_hidden',
      fn.sum<number>('bests.points').as('points'),
      fn.sum<number>('bests.attempts').as('attempts'),
      fn.max('bests.best').as('best'),
    ])
    .groupBy(['bests.person_id', 'members.name', 'members.is_hidden'])
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    points: Number(row.points),
    attempts: Number(row.attempts),
    best: row.best,
    isHidden: row.is_hidden === 1,
  }));
}

/** The best attempt at a question counts once, however often it comes up; every daily round counts for itself. */
function bestByQuestion(db: Database, groupId: string, { fromMs, untilMs }: Interval) {
  return db
    .selectFrom('score_events')
    .select(({ fn }) => [
      'person_id',
      fn.max('points').as('points'),
      fn.countAll<number>().as('attempts'),
      fn.max('score').as('best'),
    ])
    .where('group_id', '=', groupId)
    .where('at_ms', '>=', fromMs)
    .where('at_ms', '<', untilMs)
    .groupBy(({ eb }) => [
      'person_id',
      'kind',
      eb.case().when('kind', '=', 'daily').then(eb.ref('round_id')).else(eb.ref('question_id')).end(),
    ]);
}

function toRow(event: ScoreEvent): Schema['score_events'] {
  return {
    attempt_id: event.attemptId,
    round_id: event.roundId,
    group_id: event.groupId,
    person_id: event.personId,
    question_id: event.questionId,
    kind: event.kind,
    counts: Number(event.counts),
    points: event.points,
    score: event.score,
    at_ms: event.atMs,
  };
}

function toEvent(row: Selectable<Schema['score_events']>): ScoreEvent {
  return {
    attemptId: row.attempt_id,
    roundId: row.round_id,
    groupId: row.group_id,
    personId: row.person_id,
    questionId: row.question_id,
    kind: row.kind === 'daily' ? 'daily' : 'quiz',
    counts: row.counts === 1,
    points: row.points,
    score: row.score,
    atMs: row.at_ms,
  };
}
