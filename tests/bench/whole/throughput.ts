import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { openStore } from '../../../src/storage/index.ts';
import { openRoom } from '../../support/room.ts';
import { type Figure, percentile } from './percentile.ts';
import { addYears, countGraded, oldAnswers } from './years-of-answers.ts';

const answers = 2000;
const warmUp = 200;
const laps = 5;

/** Answers graded and stored through the whole core on a SQLite file, beside a bare loop of as many committed inserts. */
export async function benchThroughput(bank: QuestionBank): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradcoach-bench-'));
  const file = join(folder, 'core.db');
  const core = await throughCore(bank, file, 'new');
  addYears(file);
  const later = await throughCore(bank, file, 'later');
  const counted = 2 * (warmUp + laps * answers) + oldAnswers;
  const stored = countGraded(file);
  if (stored !== counted)
    throw new Error(`${counted} answers were counted, but ${stored} are graded and stored`);
  const bare = median(Array.from({ length: laps }, (_, lap) => bareInserts(join(folder, `bare${lap}.db`))));
  await rm(folder, { recursive: true });
  return [
    {
      what: 'answers graded and stored per second',
      value: core.toFixed(0),
      beside: `target 1000; a bare insert loop commits ${bare.toFixed(0)} per second (ratio 1 : ${(bare / core).toFixed(1)})`,
    },
    {
      what: 'the same in a group with years behind it',
      value: later.toFixed(0),
      beside: `${oldAnswers} answers more in the file`,
    },
  ];
}

/** Fifty people answer one question in turn; the median lap, which a machine that looks away for a moment does not change. */
async function throughCore(bank: QuestionBank, file: string, prefix: string): Promise<number> {
  const room = await openRoom({ bank, store: await openStore(file), prefix });
  await room.say('P0', '/quiz count:50');
  const answer = 'ReLU keeps the gradient at 1 for positive inputs, so it does not vanish as with sigmoid.';
  const perSecond: number[] = [];
  for (let warm = 0; warm < warmUp; warm += 1) await room.say(`P${warm % 50}`, answer);
  for (let lap = 0; lap < laps; lap += 1) {
    const from = performance.now();
    for (let index = 0; index < answers; index += 1) await room.say(`P${index % 50}`, answer);
    perSecond.push(answers / ((performance.now() - from) / 1000));
  }
  await room.store.close();
  return median(perSecond);
}

const median = (figures: readonly number[]) => percentile(figures, 0.5);

/** As durable as the store: WAL, synchronous NORMAL, one transaction each. */
function bareInserts(file: string): number {
  const db = new SqliteDatabase(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec('create table attempts (id text primary key, answer text, grade text)');
  const insert = db.prepare('insert into attempts values (?, ?, ?)');
  const grade = JSON.stringify({
    score: 0.5,
    points: Array.from({ length: 8 }, (_, id) => ({ id, credit: 0.5 })),
  });
  const from = performance.now();
  for (let index = 0; index < answers; index += 1) insert.run(`a${index}`, 'ReLU keeps the gradient', grade);
  const perSecond = answers / ((performance.now() - from) / 1000);
  db.close();
  return perSecond;
}
