import type { BotCommand, BotCommandScope } from 'telegraf/types';
import type { Command } from '../../../app/commands/command.ts';
import { messages } from '../../../app/messages/index.ts';
import type { Language } from '../../../core/question/language.ts';
import { toMenuName } from '../hearing/read-command.ts';

/** One menu of commands: who sees it, in which language. */
export interface Menu {
  readonly scope: BotCommandScope;
  /** Two letters; absent: for everyone whose language has no menu of its own. */
  readonly languageCode?: Language;
  readonly commands: readonly BotCommand[];
}

/** Longest description of a command in a menu. */
const descriptionLimit = 256;

/** Every menu, from the one list. Menus only hide: what an action refuses, it refuses whoever types it. */
export function toMenus(commands: readonly Command[]): readonly Menu[] {
  const forEveryone = commands.filter((command) => !isForModerators(command));
  const scopes: readonly (readonly [BotCommandScope['type'], readonly Command[]])[] = [
    ['default', forEveryone],
    ['all_private_chats', commands],
    ['all_group_chats', forEveryone],
    ['all_chat_administrators', commands],
  ];
  return scopes.flatMap(([type, shown]) => [
    { scope: { type } as BotCommandScope, commands: inLanguage(shown, 'en') },
    { scope: { type } as BotCommandScope, languageCode: 'en', commands: inLanguage(shown, 'en') },
    { scope: { type } as BotCommandScope, languageCode: 'zh', commands: inLanguage(shown, 'zh') },
  ]);
}

function isForModerators({ isForModerators: isFor, actions }: Command): boolean {
  return isFor === true || actions.every((action) => action.isForModerators === true);
}

function inLanguage(commands: readonly Command[], language: Language): readonly BotCommand[] {
  return commands.map(({ name, actions }) => ({
    command: toMenuName(name),
    description: messages[language].actions[actions[0].path].slice(0, descriptionLimit),
  }));
}
