import { type APIApplication, type REST, Routes } from 'discord.js';
import { CoachError } from '../../../app/coach-error.ts';
import type { Command } from '../../../app/commands/command.ts';
import { createRest } from '../wire/create-rest.ts';
import { troubleOf } from '../wire/trouble.ts';
import { compareCommands, describeDifference, isSame } from './compare-commands.ts';
import { createToTaiwan } from './taiwan.ts';
import { type SlashCommand, toCommands } from './to-commands.ts';

/** Where commands are registered, and how. */
export interface Registration {
  readonly token: string;
  readonly applicationId?: string;
  readonly apiRoot?: string;
  /** One server, at once; absent: everywhere. */
  readonly guildId?: string;
  /** Removes them instead: commands registered in both scopes would show twice. */
  readonly isRemoval?: boolean;
  /** Only says what would be done. */
  readonly isDryRun?: boolean;
}

/** What registering came to: the difference, and whether it was made. */
export interface Registered {
  readonly lines: readonly string[];
  readonly kind: 'same' | 'done' | 'dry-run';
}

/** Brings Discord's commands into line with the one list; asks first what is there, and writes only when something differs. */
export async function registerCommands(
  commands: readonly Command[],
  registration: Registration,
): Promise<Registered> {
  const { token, apiRoot, guildId, isRemoval = false, isDryRun = false } = registration;
  const rest = createRest({ token, apiRoot });
  const wanted = isRemoval ? [] : toCommands(commands, createToTaiwan());
  try {
    const applicationId = registration.applicationId ?? (await ownApplication(rest));
    const route =
      guildId === undefined
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guildId);
    const difference = compareCommands(await registeredCommands(rest, route), wanted);
    const lines = describeDifference(difference);
    if (isSame(difference)) return { kind: 'same', lines };
    if (isDryRun) return { kind: 'dry-run', lines };
    await rest.put(route, { body: wanted });
    return { kind: 'done', lines };
  } catch (cause) {
    // A body that Discord does not take is our own mistake, to be seen as it is.
    throw troubleOf(cause) === 'fault' ? cause : explained(cause, guildId);
  }
}

/** The id of the application that a token belongs to. Throws a {@link CoachError} when Discord does not say. */
export async function findApplication(token: string, apiRoot: string | undefined): Promise<string> {
  try {
    return await ownApplication(createRest({ token, apiRoot }));
  } catch (cause) {
    throw explained(cause, undefined);
  }
}

/** Whether the commands that are registered everywhere are those of the list. */
export async function areRegistered(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<boolean> {
  const registered = await registeredCommands(rest, Routes.applicationCommands(applicationId));
  return isSame(compareCommands(registered, toCommands(commands, createToTaiwan())));
}

async function registeredCommands(rest: REST, route: `/${string}`): Promise<readonly SlashCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  // Discord's answer to this route.
  return (await rest.get(route, { query })) as SlashCommand[];
}

async function ownApplication(rest: REST): Promise<string> {
  return ((await rest.get(Routes.currentApplication())) as APIApplication).id;
}

function explained(cause: unknown, guildId: string | undefined): CoachError {
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  if (status === 401) {
    return new CoachError(
      'discord-token',
      'Discord does not accept DISCORD_TOKEN. Copy it anew from the Bot page.',
      { cause },
    );
  }
  if (troubleOf(cause) === 'refused') {
    const where =
      guildId === undefined
        ? 'DISCORD_APP_ID is not the application of DISCORD_TOKEN; leave it out to use the token’s own.'
        : `the coach is not in the server ${guildId}; invite it first (docs/setup-discord.md).`;
    return new CoachError('discord-refused', `Discord refuses to register commands: ${where}`, { cause });
  }
  return new CoachError(
    'discord-unreachable',
    'Discord cannot be reached to register the commands. Try again later.',
    { cause },
  );
}
