import type { APIModalSubmitInteraction } from 'discord.js';
import type { Form, Response } from '../../../app/reply.ts';
import type { Language } from '../../../core/question/language.ts';
import { readCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { answerInteraction, type Happening } from './answer-interaction.ts';
import { writtenIn } from './modal.ts';
import { answerAtOnce, staleFormReply } from './notices.ts';
import { findDeed } from './on-press.ts';
import { thinking } from './on-slash.ts';

/** A form sent. What was written is kept whatever becomes of it, so that nothing can lose it. */
export async function onSubmit(desk: Desk, submitted: Happening<APIModalSubmitInteraction>): Promise<void> {
  const { interaction, surroundings } = submitted;
  const { id: personId, language = 'en' } = surroundings.person;
  const text = writtenIn(interaction.data);
  const deed = await findDeed(desk, readCustomId(interaction.data.custom_id, desk.services.commands).deed);
  if (deed?.kind !== 'write') return answerAtOnce(desk, interaction, staleFormReply(language, text));
  const { form } = deed;
  // Begun before the first response and awaited after it: neither may wait for the other.
  const kept = desk.drafts
    .keep(personId, form, text)
    .catch((fault: unknown) => desk.log.error('discord-draft-not-kept', fault));
  const invocation = { ...form.invocation, text };
  await answerInteraction(desk, submitted, invocation, thinking(desk, invocation, surroundings), (response) =>
    offerAgain(response, form, language),
  );
  await kept;
}

/** After a fault the form can be opened again, with every word in it. */
function offerAgain(response: Response, form: Form, language: Language): Response {
  if (response.isFault !== true) return response;
  const again = { kind: 'form', form: { ...form, label: words[language].form.again } } as const;
  return {
    ...response,
    replies: response.replies.map((reply) => ({ ...reply, blocks: [...reply.blocks, again] })),
  };
}
