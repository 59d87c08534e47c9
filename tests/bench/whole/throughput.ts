import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { openStore } from '../../../src/storage/index.ts';
import { openRoom } from '../../support/room.ts';
import type { Figure } from './percentile.ts';

const answers = 2000;

/** Answers graded and stored through the whole core on a SQLite file, beside a bare loop of as many committed inserts. */
export async function benchThroughput(bank: QuestionBank): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradcoach-bench-'));
  const core = await throughCore(bank, join(folder, 'core.db'));
  const bare = bareInserts(join(folder, 'bare.db'));
  await rm(folder, { recursive: true });
  return [
    {
      what: 'answers graded and stored per second',
      value: core.toFixed(0),
      beside: `target 1000; a bare insert loop commits ${bare.toFixed(0)} per second (ratio 1 : ${(bare / core).toFixed(1)})`,
    },
  ];
}

async function throughCore(bank: QuestionBank, file: string): Promise<number> {
  const room = await openRoom({ bank, store: await openStore(file) });
  await room.say('P0', '/quiz count:50');
  const answer = 'ReLU keeps the gradient at 1 for positive inputs, so it does not vanish as with sigmoid.';
  for (let warm = 0; warm < 200; warm += 1) await room.say(`P${warm % 50}`, answer);
  const from = performance.now();
  for (let index = 0; index < answers; index += 1) await room.say(`P${index % 50}`, answer);
  const perSecond = answers / ((performance.now() - from) / 1000);
  await room.store.close();
  return perSecond;
}

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
