import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/storage/engines/sqlite.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { prepareQuery } from '../../src/storage/prepared-query.ts';
import type { Schema } from '../../src/storage/schema.ts';

describe('a prepared query', () => {
  let database: Kysely<Schema>;
  let times = 0;
  const save = prepareQuery((db, row: Schema['people']) => db.insertInto('people').values(row));
  const speaking = prepareQuery((db, { language, most }: { language: string; most: number }) => {
    times += 1;
    return db.selectFrom('people').select('id').where('language', '=', language).orderBy('id').limit(most);
  });
  const rename = prepareQuery((db, { from, to }: { from: string; to: string }) =>
    db.updateTable('people').set({ language: to }).where('language', '=', from),
  );

  beforeEach(async () => {
    times = 0;
    database = openSqlite(':memory:').database;
    await migrate(database);
    await save.write(database, { id: 'ada', language: 'en' });
    await save.write(database, { id: 'bo', language: 'zh' });
    await save.write(database, { id: 'cy', language: 'en' });
    await save.write(database, { id: 'di', language: null });
  });
  afterEach(() => database.destroy());

  it('is built once, whatever it is run with', async () => {
    expect(await speaking.all(database, { language: 'en', most: 9 })).toEqual([{ id: 'ada' }, { id: 'cy' }]);
    expect(await speaking.first(database, { language: 'zh', most: 1 })).toEqual({ id: 'bo' });
    expect(await speaking.first(database, { most: 1, language: 'fr' })).toBeUndefined();
    expect(times).toBe(1);
  });

  it('is shared by the transactions of a database', async () => {
    await database.transaction().execute((tx) => speaking.all(tx, { language: 'en', most: 1 }));
    await database.transaction().execute((tx) => speaking.all(tx, { language: 'en', most: 1 }));
    expect(times).toBe(1);
  });

  it('is built anew for another database, whose SQL may differ', async () => {
    const other = openSqlite(':memory:').database;
    await migrate(other);
    await speaking.all(database, { language: 'en', most: 1 });
    expect(await speaking.all(other, { language: 'en', most: 1 })).toEqual([]);
    expect(times).toBe(2);
    await other.destroy();
  });

  it('says how many rows it wrote', async () => {
    expect(await rename.write(database, { from: 'en', to: 'zh' })).toBe(2);
    expect(await rename.write(database, { from: 'en', to: 'zh' })).toBe(0);
  });
});
