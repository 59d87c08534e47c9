import type { Command } from 'commander';
import { inviteLink } from '../adapters/discord/commands/invite.ts';
import { findApplication, type Registered, registerCommands } from '../adapters/discord/commands/register.ts';
import { CoachError } from '../app/coach-error.ts';
import { commands } from '../app/commands/index.ts';
import { type DiscordConfig, readConfig } from '../config.ts';

interface RegisterFlags {
  readonly guild?: string;
  readonly remove?: boolean;
  readonly dryRun?: boolean;
}

/** `coach discord`: brings the slash commands in Discord's menus into line with this version, and gives the invite link. */
export function addDiscord(program: Command): void {
  const discord = program.command('discord').description('what Discord has to be told once');
  discord
    .command('register')
    .description('register the slash commands, and say what has changed')
    .option('--guild <id>', 'only in one server, where they show at once; for development')
    .option('--remove', 'remove them instead; commands registered in both places would show twice')
    .option('--dry-run', 'only say what would change')
    .action(register);
  discord
    .command('invite')
    .description('print the link that lets the coach into a server, with the permissions it needs')
    .action(invite);
}

async function invite(): Promise<void> {
  const { token, applicationId, apiRoot } = readDiscord();
  process.stdout.write(`${inviteLink(applicationId ?? (await findApplication(token, apiRoot)))}\n`);
}

function readDiscord(): DiscordConfig {
  const { discord } = readConfig();
  if (discord !== undefined) return discord;
  throw new CoachError(
    'usage',
    'Set DISCORD_TOKEN first, in the environment or in .env (docs/setup-discord.md).',
  );
}

async function register({ guild, remove = false, dryRun = false }: RegisterFlags): Promise<void> {
  const { token, applicationId, apiRoot } = readDiscord();
  const registered = await registerCommands(commands, {
    token,
    ...(applicationId !== undefined && { applicationId }),
    ...(apiRoot !== undefined && { apiRoot }),
    ...(guild !== undefined && { guildId: guild }),
    isRemoval: remove,
    isDryRun: dryRun,
  });
  process.stdout.write(`${[...registered.lines, closing(registered, guild)].join('\n')}\n`);
}

function closing({ kind }: Registered, guild: string | undefined): string {
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`;
  switch (kind) {
    case 'same':
      return `Nothing to change: the commands ${where} are those of this version.`;
    case 'dry-run':
      return `That is what would change ${where}; without --dry-run it does.`;
    case 'done':
      return `Registered ${where}. People may have to restart Discord to see it.`;
  }
}
