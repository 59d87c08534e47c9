import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandAction, OptionSpec } from '../../../app/commands/command.ts';
import { messages } from '../../../app/messages/index.ts';
import type { ActionPath, OptionName } from '../../../app/messages/names.ts';
import { subcommandOf } from '../../../app/parse-command.ts';
import type { Bilingual } from '../../../core/question/language.ts';
import { parametersOption } from '../interactions/read-command.ts';
import { limits, shorten } from '../limits.ts';
import { isForModeratorsOnly } from './for-moderators.ts';
import { choiceNames, optionNames, parametersAbout, pathNames } from './names.ts';
import type { ToTaiwan } from './taiwan.ts';

/** A slash command as it is registered. */
export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Channels that posts can go to. */
const postable = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

/** Discord's bound for a description. */
const descriptionLength = 100;
/** Its bound for what someone types into an option. */
const typedLength = 6000;

/** The slash commands of the one list, in the four locales of our two languages. */
export function toCommands(commands: readonly Command[], toTaiwan: ToTaiwan): readonly SlashCommand[] {
  const locales = localiser(toTaiwan);
  return commands.flatMap((command) => {
    const actions = command.actions.filter(isInMenu);
    const [only] = actions;
    if (only === undefined) return [];
    const isSingle = subcommandOf(only.path) === undefined;
    return {
      type: ApplicationCommandType.ChatInput as const,
      ...locales.named(command.name, chinesePathWord(command.name)),
      ...locales.described(aboutAction(only.path)),
      ...placesOf(command),
      options: isSingle ? optionsOf(only, locales) : actions.map((action) => toSubcommand(action, locales)),
    };
  });
}

/** What nobody can call without a button is in no menu. */
function isInMenu({ isUnlisted, options }: CommandAction): boolean {
  return (
    isUnlisted !== true &&
    !options.some((option) => option.isRequired === true && option.isForButtons === true)
  );
}

/** Where a command can be used, and by whom unless a server's own settings say otherwise. */
function placesOf(
  command: Command,
): Pick<SlashCommand, 'contexts' | 'integration_types' | 'default_member_permissions'> {
  const everywhere = [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ];
  if (!isForModeratorsOnly(command)) {
    return {
      contexts: everywhere,
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    };
  }
  return {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  };
}

function toSubcommand(action: CommandAction, locales: Localiser): APIApplicationCommandOption {
  const name = subcommandOf(action.path) ?? action.path;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...locales.named(name, chinesePathWord(name)),
    ...locales.described(aboutAction(action.path)),
    // A subcommand's options are of the simple kinds alone.
    options: optionsOf(action, locales) as NonNullable<BasicOptions>,
  };
}

type BasicOptions = Extract<
  APIApplicationCommandOption,
  { type: ApplicationCommandOptionType.Subcommand }
>['options'];

/** Needed options first, as Discord wants them. */
function optionsOf(
  { options, takesParameters }: CommandAction,
  locales: Localiser,
): APIApplicationCommandOption[] {
  const shown = options.filter(({ isForButtons }) => isForButtons !== true);
  const sorted = [
    ...shown.filter(({ isRequired }) => isRequired === true),
    ...shown.filter(({ isRequired }) => isRequired !== true),
  ];
  const own = sorted.map((option) => toOption(option, locales));
  return takesParameters === true ? [...own, parametersOptionOf(locales)] : own;
}

function parametersOptionOf(locales: Localiser): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...locales.named(parametersOption, optionNames[parametersOption]),
    ...locales.described(parametersAbout),
    autocomplete: true,
  };
}

function toOption({ name, isRequired, kind }: OptionSpec, locales: Localiser): APIApplicationCommandOption {
  const common = {
    ...locales.named(name, optionNames[name]),
    ...locales.described(aboutOption(name)),
    ...(isRequired === true && { required: true }),
  };
  switch (kind.kind) {
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        min_value: kind.low,
        max_value: kind.high,
      };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: kind.choices.map((value) => ({
          ...locales.choice(choiceNames[value] ?? { en: value, zh: value }),
          value,
        })),
      };
    case 'place':
      return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...postable] };
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(kind.maxLength, typedLength),
      };
    case 'topic':
    case 'question':
    case 'experiment':
    case 'zone':
    case 'wall-time':
    case 'weekdays':
    case 'mention':
      return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
  }
}

/** Names and descriptions in every locale. */
interface Localiser {
  named(name: string, chinese: string): { name: string; name_localizations: LocalizationMap };
  described(about: Bilingual): { description: string; description_localizations: LocalizationMap };
  choice(name: Bilingual): { name: string; name_localizations: LocalizationMap };
}

function localiser(toTaiwan: ToTaiwan): Localiser {
  // `zh-CN` and `zh-TW` fall back on nothing, so each says everything; `en-GB` would fall back, and is said all the same.
  const all = ({ en, zh }: Bilingual): LocalizationMap => ({
    'en-US': en,
    'en-GB': en,
    'zh-CN': zh,
    'zh-TW': toTaiwan(zh),
  });
  return {
    named: (name, chinese) => ({ name, name_localizations: all({ en: name, zh: chinese }) }),
    described(about) {
      const short = { en: shorten(about.en, descriptionLength), zh: shorten(about.zh, descriptionLength) };
      return { description: short.en, description_localizations: all(short) };
    },
    choice(name) {
      const short = { en: shorten(name.en, limits.choiceName), zh: shorten(name.zh, limits.choiceName) };
      return { name: short.en, name_localizations: all(short) };
    },
  };
}

function aboutAction(path: ActionPath): Bilingual {
  return { en: messages.en.actions[path], zh: messages.zh.actions[path] };
}

function aboutOption(name: OptionName): Bilingual {
  return { en: messages.en.options[name], zh: messages.zh.options[name] };
}

function chinesePathWord(word: string): string {
  // Every word of every path is in the table; the compiler sees to that.
  return pathNames[word as keyof typeof pathNames];
}
