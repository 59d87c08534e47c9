import type { Store } from '../app/ports/store.ts';
import { openSqlite } from './engines/sqlite.ts';
import { openSqlStore } from './sql-store.ts';

/** Opens the store at `location`: a SQLite file, or `:memory:`. Migrates it first. Throws a `CoachError` naming the way out. */
export async function openStore(location: string): Promise<Store> {
  return openSqlStore(openSqlite(location));
}
