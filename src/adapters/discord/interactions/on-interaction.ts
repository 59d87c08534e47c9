import {
  type APIApplicationCommandInteraction,
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord.js';
import { onAutocomplete } from '../autocomplete/on-autocomplete.ts';
import type { Desk } from '../desk.ts';
import { languageOf } from '../languages.ts';
import { type Interaction, surroundingsOf } from '../surroundings.ts';
import { onPress } from './on-press.ts';
import { onSlash } from './on-slash.ts';
import { onSubmit } from './on-submit.ts';

/** Works on an interaction from its first response to its last word. Never rejects: a fault is logged. */
export async function onInteraction(desk: Desk, interaction: Interaction): Promise<void> {
  const surroundings = surroundingsOf(interaction);
  if (surroundings === undefined) return;
  desk.languages.note(surroundings.person.id, languageOf(interaction.locale));
  try {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        if (isSlash(interaction)) await onSlash(desk, { interaction, surroundings });
        break;
      case InteractionType.ApplicationCommandAutocomplete:
        await onAutocomplete(desk, { interaction, surroundings });
        break;
      case InteractionType.MessageComponent:
        await onPress(desk, { interaction, surroundings });
        break;
      case InteractionType.ModalSubmit:
        await onSubmit(desk, { interaction, surroundings });
        break;
    }
  } catch (fault) {
    desk.log.error('discord-interaction-failed', fault, { interaction: interaction.id });
  }
}

/** The only kind of command that we register. */
function isSlash(
  interaction: APIApplicationCommandInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.ChatInput;
}
