import {
  type APIMessageComponentInteraction,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import type { Form, Reply } from '../../../app/reply.ts';
import { type CustomId, type Deed, readCustomId, readKeepsake, toCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { acknowledge } from './acknowledge.ts';
import { answerInteraction, type Happening, type Manner, showOutcome } from './answer-interaction.ts';
import { toModal } from './modal.ts';
import { answerAtOnce, notice, staleReply } from './notices.ts';

type Press = Happening<APIMessageComponentInteraction>;

/** A button pressed, or an option chosen from a menu; on a message of today, or of months ago. */
export async function onPress(desk: Desk, press: Press): Promise<void> {
  const { interaction, surroundings } = press;
  const { person } = surroundings;
  const language = person.language ?? 'en';
  const { userId, deed: written } = readPressed(interaction, desk);
  if (userId !== undefined && userId !== pressedBy(interaction)) {
    return answerAtOnce(desk, interaction, notice(language, words[language].notYours));
  }
  const deed = await findDeed(desk, written);
  switch (deed?.kind) {
    case 'invoke':
      return answerInteraction(desk, press, deed.invocation, mannerOf(press, deed.isInPlace));
    case 'write':
      return openForm(desk, press, deed.form);
    case 'show':
      return showKept(desk, press, deed.reply);
    case 'choose':
    case undefined:
      return answerAtOnce(desk, interaction, staleReply(language));
  }
}

/** The deed under a token, if the store still has it. */
export async function findDeed({ store }: Desk, deed: CustomId['deed']): Promise<Deed | undefined> {
  if (deed.kind === 'unknown') return undefined;
  if (deed.kind !== 'kept') return deed;
  const value = await store.transaction((tx) => tx.links.find('token', deed.token));
  return value === undefined ? undefined : readKeepsake(value);
}

function readPressed({ data }: APIMessageComponentInteraction, { services: { commands } }: Desk): CustomId {
  if (data.component_type !== ComponentType.StringSelect) return readCustomId(data.custom_id, commands);
  return readCustomId(data.values[0] ?? '', commands);
}

function pressedBy({ member, user }: APIMessageComponentInteraction): string | undefined {
  return (member?.user ?? user)?.id;
}

/**
 * The press is acknowledged without a message, so that what follows may be for everyone or for one person. A deed in place
 * shows its reply on the message that was pressed, if those who see the one may see the other.
 */
function mannerOf({ interaction, surroundings }: Press, isInPlace: boolean): Manner {
  const isForPerson = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const audience: Reply['audience'] =
    isForPerson && surroundings.spot.kind !== 'private' ? 'person' : 'conversation';
  return {
    response: { type: InteractionResponseType.DeferredMessageUpdate },
    ...(isInPlace && { original: { audience, isPlaceholder: false } }),
  };
}

/** A form has to be the first response, so nothing slow may come before it. */
async function openForm(desk: Desk, { interaction, surroundings }: Press, form: Form): Promise<void> {
  const { id, language = 'en' } = surroundings.person;
  const draft = await desk.drafts.find(id, form);
  const { id: customId } = toCustomId(0, { kind: 'write', form });
  await acknowledge(desk, interaction, {
    type: InteractionResponseType.Modal,
    data: toModal(form, customId, draft, language),
  });
}

async function showKept(desk: Desk, press: Press, reply: Reply): Promise<void> {
  const isHeard = await acknowledge(desk, press.interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  });
  if (!isHeard) return;
  const original = { audience: 'person', isPlaceholder: true } as const;
  await showOutcome(desk, press, original, () => Promise.resolve({ replies: [reply] }));
}
