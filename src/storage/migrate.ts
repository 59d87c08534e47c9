import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { CoachError } from '../app/coach-error.ts';
import type { Schema } from './schema.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** Runs the migrations the database has not seen, in order, each recorded. Throws a {@link CoachError} when one fails. */
export async function migrate(database: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: readMigrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw new CoachError(
    'migration-failed',
    `The database could not be brought up to date${failed === undefined ? '' : ` (${failed}.sql)`}. ` +
      'Restore a backup, or start with another file in GRADCOACH_DB.',
    { cause: error },
  );
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const file of (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith('.sql')).sort()) {
    const text = await readFile(new URL(file, folder), 'utf8');
    migrations[file.replace(/\.sql$/, '')] = {
      async up(db) {
        // Drivers prepare one statement at a time; ours end in a semicolon at the end of a line.
        for (const statement of text.split(/;\s*$/m)) {
          if (statement.trim() !== '') await sql.raw(statement).execute(db);
        }
      },
    };
  }
  return migrations;
}
