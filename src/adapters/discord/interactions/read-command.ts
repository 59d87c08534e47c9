import { type APIChatInputApplicationCommandInteractionData, ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../../../app/commands/command.ts';
import type { Invocation } from '../../../app/invocation.ts';
import { parseCommand } from '../../../app/parse-command.ts';

/** The option that takes an experiment's parameters as one would type them: `depth=20 activation=relu`. */
export const parametersOption = 'parameters';

/** A slash command as the coach takes it. */
export function toInvocation(
  data: APIChatInputApplicationCommandInteractionData,
  commands: readonly Command[],
): Invocation {
  const [first] = data.options ?? [];
  const isSubcommand = first?.type === ApplicationCommandOptionType.Subcommand;
  const given = isSubcommand ? (first.options ?? []) : (data.options ?? []);
  const options: Record<string, string> = {};
  let parameters = '';
  for (const option of given) {
    if (!('value' in option)) continue;
    if (option.name === parametersOption) parameters = String(option.value);
    else options[option.name] = String(option.value);
  }
  const subcommand = isSubcommand ? first.name : undefined;
  const typed = typedParameters(data.name, subcommand, parameters, commands);
  const strays =
    options.experiment === undefined ? [] : typed.text.split(/\s+/).filter((word) => word !== '');
  return {
    command: data.name,
    ...(subcommand !== undefined && { subcommand }),
    // Taken for parameters without a value, stray words are refused by name.
    options: { ...typed.options, ...Object.fromEntries(strays.map((word) => [word, ''])), ...options },
    text: strays.length === 0 ? typed.text : '',
  };
}

/** Parameters mean what they would mean in a typed line; beside a named experiment a bare word is no search. */
function typedParameters(
  name: string,
  subcommand: string | undefined,
  parameters: string,
  commands: readonly Command[],
): Pick<Invocation, 'options' | 'text'> {
  if (parameters.trim() === '') return { options: {}, text: '' };
  const line = parseCommand(`/${name} ${subcommand ?? ''} ${parameters}`, commands);
  return line.kind === 'invocation' ? line.invocation : { options: {}, text: parameters };
}
