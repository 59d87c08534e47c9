import { type APIApplication, REST, Routes } from 'discord.js';
import type { Command } from '../../app/commands/command.ts';
import { areRegistered } from './commands/register.ts';
import { troubleOf } from './wire/trouble.ts';

/** What a look at Discord found; `name` is the application's. */
export type Diagnosis =
  | { readonly kind: 'ready'; readonly name: string }
  /** The commands in Discord's menus are not those of this version. */
  | { readonly kind: 'commands-differ'; readonly name: string }
  | { readonly kind: 'wrong-token' }
  | { readonly kind: 'unreachable' };

/** Long enough for a slow line, short enough to wait for. */
const timeoutMs = 5000;

/** Asks Discord whether it knows the token, and whether the commands are registered. */
export async function diagnoseDiscord(
  { token, apiRoot }: { readonly token: string; readonly apiRoot: string | undefined },
  commands: readonly Command[],
): Promise<Diagnosis> {
  const options = {
    version: '10',
    timeout: timeoutMs,
    retries: 0,
    ...(apiRoot !== undefined && { api: apiRoot }),
  };
  const rest = new REST(options).setToken(token);
  try {
    const { id, name } = (await rest.get(Routes.currentApplication())) as APIApplication;
    return { kind: (await areRegistered(rest, id, commands)) ? 'ready' : 'commands-differ', name };
  } catch (fault) {
    return { kind: troubleOf(fault) === 'refused' ? 'wrong-token' : 'unreachable' };
  }
}
