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
import { type Checkpoints, checkpointsAside } from './checkpoints.ts';

/** Pages of the log at which SQLite checkpoints within a commit, should the thread that does it fall behind (16 MB). */
const pagesAtMost = 4000;
/** SQLite's own choice, for when it is left to itself. */
const pagesByDefault = 1000;

/**
 * Opens a SQLite file, or a fresh database in memory for `:memory:`.
 * WAL lets the command line read while the server writes; `synchronous = NORMAL` survives a killed process, and a power cut
 * at worst loses what came after the last checkpoint, never the file.
 */
export function openSqlite(file: string): Engine {
  const connection = openFile(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma(`wal_autocheckpoint = ${pagesAtMost}`);
  const leaveToSqlite = () => connection.pragma(`wal_autocheckpoint = ${pagesByDefault}`);
  // A database in memory has no log.
  const checkpoints = connection.memory ? undefined : checkpointsAside(file, leaveToSqlite);
  const config = { database: withPreparedStatements(connection) };
  return {
    database: new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(config, checkpoints) }),
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
  readonly #checkpoints: Checkpoints | undefined;

  constructor(config: SqliteDialectConfig, checkpoints: Checkpoints | undefined) {
    super(config);
    this.#checkpoints = checkpoints;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#checkpoints?.committed();
  }

  override async destroy(): Promise<void> {
    await this.#checkpoints?.close();
    await super.destroy();
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #checkpoints: Checkpoints | undefined;

  constructor(config: SqliteDialectConfig, checkpoints: Checkpoints | undefined) {
    super(config);
    this.#config = config;
    this.#checkpoints = checkpoints;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config, this.#checkpoints);
  }
}
