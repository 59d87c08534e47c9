import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkpointsAside } from '../../../src/storage/engines/checkpoints.ts';

const unexpected = () => expect.unreachable('the thread failed');

describe('checkpoints aside', () => {
  let folder: string;
  let connection: SqliteDatabase.Database;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gradcoach-'));
    connection = new SqliteDatabase(join(folder, 'coach.db'));
    connection.pragma('journal_mode = WAL');
    connection.pragma('wal_autocheckpoint = 0');
    connection.exec('create table said (words text)');
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.prepare("insert into said values ('hello')").run();
  });
  afterEach(async () => {
    connection.close();
    await rm(folder, { recursive: true });
  });

  /** What the file holds by itself, without the log beside it. */
  async function inFile(): Promise<readonly unknown[]> {
    await copyFile(join(folder, 'coach.db'), join(folder, 'copy.db'));
    const copy = new SqliteDatabase(join(folder, 'copy.db'));
    const rows = copy.prepare('select words from said').pluck().all();
    copy.close();
    return rows;
  }

  it('carry what was committed into the file, and are done when closed', async () => {
    const checkpoints = checkpointsAside(join(folder, 'coach.db'), unexpected);
    for (let transaction = 0; transaction < 100; transaction += 1) checkpoints.committed();
    await checkpoints.close();
    expect(await inFile()).toEqual(['hello']);
  });

  it('leave a few transactions to SQLite, and start no thread for them', async () => {
    const checkpoints = checkpointsAside(join(folder, 'coach.db'), unexpected);
    checkpoints.committed();
    await checkpoints.close();
    expect(await inFile()).toEqual([]);
  });

  it('are left to SQLite, said once, where the thread cannot open the file', async () => {
    const leave = vi.fn();
    const checkpoints = checkpointsAside(join(folder, 'away', 'coach.db'), leave);
    for (let transaction = 0; transaction < 100; transaction += 1) checkpoints.committed();
    await checkpoints.close();
    for (let transaction = 0; transaction < 100; transaction += 1) checkpoints.committed();
    await checkpoints.close();
    expect(await inFile()).toEqual([]);
    expect(leave).toHaveBeenCalledOnce();
  });
});
