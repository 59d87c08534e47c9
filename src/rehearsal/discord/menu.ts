import {
  type APIApplicationCommand,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import { fields, items, text } from './rules/json.ts';
import type { World } from './world.ts';

/** What someone fills in; values as they would type or pick them. */
export type Filled = Readonly<Record<string, string | number>>;

/** A command as picked from the menu of slashes. */
export interface Picked {
  readonly command: APIApplicationCommand;
  readonly options: readonly APIApplicationCommandInteractionDataOption[];
}

/** The commands that a place's menu shows: the server's own and those of everywhere. */
export function menuAt(world: World, guildId: string | undefined): readonly APIApplicationCommand[] {
  const own = guildId === undefined ? [] : (world.commands.get(guildId) ?? []);
  return [...own, ...(world.commands.get('global') ?? [])];
}

/**
 * Fills in a command such as `daily set`, as Discord's own client lets one: only what is in the menu, only its options,
 * nothing needed left out. Throws where the client would not let one send. `focused` names the option being typed.
 */
export function fillIn(
  menu: readonly APIApplicationCommand[],
  path: string,
  filled: Filled,
  focused?: string,
): Picked {
  const [name = '', subcommand] = path.split(' ');
  const command = menu.find((each) => each.name === name);
  if (command === undefined) throw new Error(`The menu has no /${name}.`);
  const top = optionsOf(command);
  if (subcommand === undefined) {
    if (top.some(({ type }) => type === ApplicationCommandOptionType.Subcommand))
      throw new Error(`/${name} needs a subcommand.`);
    return { command, options: values(top, filled, path, focused) };
  }
  const option = top.find((each) => each.name === subcommand);
  if (option === undefined) throw new Error(`The menu has no /${path}.`);
  const inner = values(optionsOf(option), filled, path, focused);
  const data = { name: subcommand, type: ApplicationCommandOptionType.Subcommand, options: [...inner] };
  return { command, options: [data as APIApplicationCommandInteractionDataOption] };
}

function optionsOf(holder: object): readonly APIApplicationCommandOption[] {
  // A command or subcommand as it was registered; some have no options.
  return 'options' in holder && Array.isArray(holder.options)
    ? (holder.options as APIApplicationCommandOption[])
    : [];
}

function values(
  specs: readonly APIApplicationCommandOption[],
  filled: Filled,
  path: string,
  focused: string | undefined,
): readonly APIApplicationCommandInteractionDataOption[] {
  const stray = Object.keys(filled).find((name) => !specs.some((spec) => spec.name === name));
  if (stray !== undefined) throw new Error(`/${path} has no option ${stray}.`);
  const missing = specs.find((spec) => spec.required === true && filled[spec.name] === undefined);
  if (missing !== undefined && focused === undefined) throw new Error(`/${path} needs ${missing.name}.`);
  return Object.entries(filled).map(([name, value]) => {
    const spec = specs.find((each) => each.name === name);
    checkValue(spec, value, `/${path} ${name}`);
    const option = { name, type: spec?.type, value, ...(name === focused && { focused: true }) };
    return option as APIApplicationCommandInteractionDataOption;
  });
}

function checkValue(
  spec: APIApplicationCommandOption | undefined,
  value: string | number,
  what: string,
): void {
  const { choices, type, min_value: low, max_value: high, max_length: longest } = fields(spec);
  const offered = items(choices).map((choice) => choice.value);
  if (offered.length > 0 && !offered.includes(value))
    throw new Error(`${what} offers only ${offered.join(', ')}.`);
  const isNumber = type === ApplicationCommandOptionType.Integer;
  if (
    isNumber &&
    (!Number.isInteger(value) ||
      Number(value) < Number(low ?? value) ||
      Number(value) > Number(high ?? value))
  ) {
    throw new Error(`${what} takes whole numbers from ${String(low)} to ${String(high)}.`);
  }
  if (typeof longest === 'number' && text(value).length > longest)
    throw new Error(`${what} is longer than ${longest}.`);
}
