import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { CoachError } from '../app/coach-error.ts';
import { readConfig } from '../config.ts';
import { openStore } from '../storage/index.ts';

/** `coach backup <file>`: a copy of the database, also while the coach runs. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the database to a file, also while the coach is running')
    .argument('<file>', 'the copy; must not exist yet')
    .action(async (file: string) => {
      const { database } = readConfig();
      if (!existsSync(database))
        throw new CoachError('no-database', `There is no database at ${database} yet.`);
      if (existsSync(file)) throw new CoachError('usage', `${file} exists already. Name a new file.`);
      const store = await openStore(database);
      await store.backup(file);
      await store.close();
      process.stdout.write(`${file}\n`);
    });
}
