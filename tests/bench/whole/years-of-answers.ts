import SqliteDatabase from 'better-sqlite3';

/** Answers that {@link addYears} adds when fifty people have answered. */
export const oldAnswers = 50_000;

/** Fills a closed store with what its group would have left in years: its first answers over and over, in rounds long gone by. */
export function addYears(file: string): void {
  const db = new SqliteDatabase(file);
  db.exec(`
    begin;
    create temp table hours as
      with recursive hours (n) as (select 1 union all select n + 1 from hours where n < ${oldAnswers / 50}) select n from hours;
    create temp table firsts as select * from attempts where ordinal = 1;
    create temp table handled as select * from deliveries order by rowid desc limit 50;

    insert into rounds
      select 'old' || n, group_id, conversation_id, question_id, 'quiz', null, null, null, null,
        opened_ms - n * 3600000, opened_ms - n * 3600000 + 60000
      from (select * from rounds limit 1), hours;
    insert into attempts
      select id || '-' || n, 'old' || n, group_id, person_id, question_id, 1, score, 0, answer, grade, at_ms - n * 3600000
      from firsts, hours;
    insert into score_events
      select id, round_id, group_id, person_id, question_id, 'quiz', 1, 5, score, at_ms from attempts
      where round_id <> (select round_id from firsts);
    insert into deliveries select id || '-' || n, claimed_ms - n * 3600000, replies from handled, hours;
    commit;
  `);
  db.close();
}

/** Answers that a closed store holds, each with a grade and the points it brought. */
export function countGraded(file: string): number {
  const db = new SqliteDatabase(file, { readonly: true });
  const graded = db.prepare(`
    select count(*) from attempts join score_events on score_events.attempt_id = attempts.id
    where json_array_length(attempts.grade, '$.points') > 0`);
  // `count(*)` is one number.
  const count = graded.pluck().get() as number;
  db.close();
  return count;
}
