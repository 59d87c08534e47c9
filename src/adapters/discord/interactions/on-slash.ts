import {
  type APIChatInputApplicationCommandInteraction,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import type { Invocation } from '../../../app/invocation.ts';
import { findAction } from '../../../app/parse-command.ts';
import type { Reply } from '../../../app/reply.ts';
import { isForModeratorsOnly } from '../commands/for-moderators.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../surroundings.ts';
import { words } from '../words.ts';
import { answerInteraction, type Happening, type Manner } from './answer-interaction.ts';
import { answerAtOnce, notice } from './notices.ts';
import { toInvocation } from './read-command.ts';
import { withRole } from './with-role.ts';

/** A slash command. */
export async function onSlash(
  desk: Desk,
  { interaction, surroundings }: Happening<APIChatInputApplicationCommandInteraction>,
): Promise<void> {
  const given = toInvocation(interaction.data, desk.services.commands);
  const invocation = withRole(given, desk.servers, surroundings.spot);
  if (invocation === undefined) {
    const { language = 'en' } = surroundings.person;
    const text = words[language].noRole(given.options.mention ?? '');
    return answerAtOnce(desk, interaction, notice(language, text));
  }
  const command = desk.services.commands.find(({ name }) => name === invocation.command);
  // Whoever could pick such a command from the menu was allowed to, by Discord or by the server's own settings.
  const isAllowed = command !== undefined && isForModeratorsOnly(command);
  const isModerator = surroundings.person.isModerator || isAllowed;
  const person = { ...surroundings.person, isModerator };
  const happening = { interaction, surroundings: { ...surroundings, person } };
  await answerInteraction(desk, happening, invocation, thinking(desk, invocation, surroundings));
}

/** "Thinking …", seen by those who will see the reply; that cannot be changed afterwards. */
export function thinking(desk: Desk, invocation: Invocation, { spot }: Surroundings): Manner {
  const action = findAction(invocation, desk.services.commands);
  const audience: Reply['audience'] =
    spot.kind === 'private' ? 'conversation' : (action?.audience ?? 'person');
  return {
    response: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: audience === 'person' ? { flags: MessageFlags.Ephemeral } : {},
    },
    original: { audience, isPlaceholder: true },
  };
}
