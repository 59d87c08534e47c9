import type { Command } from 'commander';
import { CoachError } from '../app/coach-error.ts';
import { createRecord, type Record, type Tally } from '../rehearsal/record.ts';

/** A day of a group on a platform, played against a local stand-in of it. */
type Rehearsal = (record: Record) => Promise<void>;

/** By platform; loaded only when asked for. */
const rehearsals: Readonly<{ [platform: string]: () => Promise<Rehearsal> }> = {
  discord: async () => (await import('../rehearsal/discord/rehearse-discord.ts')).rehearseDiscord,
  telegram: async () => (await import('../rehearsal/telegram/rehearse-telegram.ts')).rehearseTelegram,
};

/** `coach rehearse <platform>`: a whole day of a group, with a transcript and checks, and no network. */
export function addRehearse(program: Command): void {
  program
    .command('rehearse')
    .description('play a day of a group of 20 against a stand-in of a platform, and check every convention')
    .argument('<platform>', Object.keys(rehearsals).join(' or '))
    .action(async (platform: string) => {
      const load = rehearsals[platform];
      if (load === undefined) throw unknownPlatform(platform);
      const rehearse = await load();
      const { record, tally } = createRecord((text) => process.stdout.write(text));
      await rehearse(record);
      process.stdout.write(`\n${closing(tally())}\n`);
      if (tally().failed.length > 0) process.exitCode = 1;
    });
}

function unknownPlatform(platform: string): CoachError {
  const known = Object.keys(rehearsals).join(' or ');
  return new CoachError('usage', `There is no rehearsal for "${platform}"; there is one for ${known}.`);
}

function closing({ checks, failed }: Tally): string {
  if (failed.length === 0) return `${checks} checks, all held`;
  return [`${checks} checks, ${failed.length} failed:`, ...failed].join('\n  ');
}
