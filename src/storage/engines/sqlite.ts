import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase as KyselySqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { CoachError } from '../../app/coach-error.ts';
import type { Schema } from '../schema.ts';
import type { Engine } from '../sql-store.ts';

/**
 * Opens a SQLite file, or a fresh database in memory for `:memory:`.
 * WAL lets the command line read while the server writes; `synchronous = NORMAL` survives a killed process, and a power cut
 * at worst loses the last moments, never the file.
 */
export function openSqlite(file: string): Engine {
  const connection = openFile(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  return {
    database: new Kysely<Schema>({
      dialect: new ImmediateSqliteDialect({ database: withPreparedStatements(connection) }),
    }),
    async backup(target) {
      await connection.backup(target);
    },
  };
}

function openFile(file: string): SqliteDatabase.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new SqliteDatabase(file);
  } catch (cause) {
    throw new CoachError(
      'database-not-opened',
      `The database file ${file} cannot be opened. Set GRADCOACH_DB to a file in a folder this user may write to.`,
      { cause },
    );
  }
}

/** Compiling a statement costs as much as running it, and the store has a fixed number of them; so each is compiled once. */
function withPreparedStatements(connection: SqliteDatabase.Database): KyselySqliteDatabase {
  const prepared = new Map<string, SqliteDatabase.Statement<unknown[]>>();
  return {
    close: () => connection.close(),
    prepare(sql) {
      const statement = prepared.get(sql) ?? connection.prepare<unknown[]>(sql);
      prepared.set(sql, statement);
      // Kysely types parameters as readonly, better-sqlite3 as mutable; neither writes to them.
      return statement as unknown as ReturnType<KyselySqliteDatabase['prepare']>;
    },
  };
}

/** A deferred transaction that reads first and writes later fails at once beside another writer; an immediate one waits. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}
