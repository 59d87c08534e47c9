import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  ApplicationCommandOptionType,
  InteractionResponseType,
} from 'discord.js';
import { findAction } from '../../../app/parse-command.ts';
import type { Desk } from '../desk.ts';
import { parametersOption } from '../interactions/read-command.ts';
import { limits, shorten } from '../limits.ts';
import type { Surroundings } from '../surroundings.ts';
import { troubleOf } from '../wire/trouble.ts';
import { suggest } from './suggest.ts';
import { suggestParameters } from './suggest-parameters.ts';
import type { Suggestion } from './suggestion.ts';

/** What is being typed into a slash command. Everything that can be suggested is in memory, so it comes in time. */
export async function onAutocomplete(
  desk: Desk,
  happening: {
    readonly interaction: APIApplicationCommandAutocompleteInteraction;
    readonly surroundings: Surroundings;
  },
): Promise<void> {
  const { interaction } = happening;
  const choices = suggestionsFor(desk, happening)
    .filter(({ value }) => value.length <= limits.choiceName)
    .slice(0, limits.autocompleteChoices)
    .map(({ name, value }) => ({ name: shorten(name, limits.choiceName), value }));
  try {
    await desk.api.respond(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  } catch (error) {
    // Whoever types on has asked anew; what comes too late interests nobody.
    if (troubleOf(error) === 'fault') throw error;
  }
}

function suggestionsFor(
  { services, servers, clock }: Desk,
  {
    interaction: { data },
    surroundings: { person, spot },
  }: {
    readonly interaction: APIApplicationCommandAutocompleteInteraction;
    readonly surroundings: Surroundings;
  },
): readonly Suggestion[] {
  const [first] = data.options;
  const isSubcommand = first?.type === ApplicationCommandOptionType.Subcommand;
  const given = (isSubcommand ? (first.options ?? []) : data.options).filter(isBasic);
  const focused = given.find((option) => 'focused' in option && option.focused === true);
  if (focused === undefined) return [];
  const typed = String(focused.value);
  const { language = 'en' } = person;
  if (focused.name === parametersOption) {
    const experiment = given.find(({ name }) => name === 'experiment');
    return suggestParameters(services.laboratory, String(experiment?.value ?? ''), typed, language);
  }
  const invocation = {
    command: data.name,
    ...(isSubcommand && { subcommand: first.name }),
    options: {},
    text: '',
  };
  const action = findAction(invocation, services.commands);
  const spec = action?.options.find(({ name }) => name === focused.name);
  if (spec === undefined) return [];
  const roles = spot.kind === 'channel' ? servers.roles(spot.guildId) : [];
  return suggest(spec.kind, typed, { services, language, roles, nowMs: clock.nowMs() });
}

function isBasic(option: object): option is APIApplicationCommandInteractionDataBasicOption {
  return 'value' in option;
}
