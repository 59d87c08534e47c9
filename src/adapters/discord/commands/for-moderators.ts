import type { Command } from '../../../app/commands/command.ts';

/** Whether Discord is to show a command to moderators only, and to whomever a server's own settings allow it. */
export function isForModeratorsOnly({ isForModerators, actions }: Command): boolean {
  return isForModerators === true || actions.every((action) => action.isForModerators === true);
}
