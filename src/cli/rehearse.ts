import type { Command } from 'commander';
import { CoachError } from '../app/coach-error.ts';
import { createRecord, type Record } from '../rehearsal/record.ts';

/** A day of a group on a platform, played against a local stand-in of it. */
type Rehearsal = (record: Record) => Promise<void>;

/** By platform; loaded only when asked for. */
const rehearsals: Readonly<{ [platform: string]: () => Promise<Rehearsal> }> = {
  telegram: async () => (await import('../rehearsal/telegram/rehearse-telegram.ts')).rehearseTelegram,
};

/** `coach rehearse <platform>`: a whole day, offline, as a transcript that checks itself. */
export function addRehearse(program: Command): void {
  program
    .command('rehearse')
    .description('play a day of a group of 20 against a local stand-in of a platform, and check it')
    .argument('<platform>', Object.keys(rehearsals).join(' or '))
    .action(async (platform: string) => {
      const load = rehearsals[platform];
      if (load === undefined) {
        const known = Object.keys(rehearsals).join(', ');
        throw new CoachError('usage', `There is no rehearsal of "${platform}". There is one of: ${known}.`);
      }
      const { record, tally } = createRecord((text) => process.stdout.write(text));
      const rehearse = await load();
      await rehearse(record);
      const { checks, failed } = tally();
      const names = failed.map((name) => `\n  ${name}`).join('');
      const verdict = failed.length === 0 ? 'all held' : `${failed.length} failed:${names}`;
      process.stdout.write(`\n${checks} checks, ${verdict}\n`);
      if (failed.length > 0) process.exitCode = 1;
    });
}
