import { InteractionResponseType } from 'discord.js';
import { toChoice } from '../../../app/choice.ts';
import { messages } from '../../../app/messages/index.ts';
import type { Choice, Reply } from '../../../app/reply.ts';
import type { Language } from '../../../core/question/language.ts';
import type { Desk } from '../desk.ts';
import type { Interaction } from '../surroundings.ts';
import { newMessage } from '../wire/message-body.ts';
import { words } from '../words.ts';
import { acknowledge } from './acknowledge.ts';

/** What to say to a button whose meaning is no longer known. */
export function staleReply(language: Language): Reply {
  return notice(language, words[language].stale, startsAgain(language));
}

/** The same for a form; the words that were written are given back. */
export function staleFormReply(language: Language, written: string): Reply {
  const { blocks, ...rest } = notice(language, words[language].staleForm);
  return {
    ...rest,
    blocks: [
      ...blocks,
      { kind: 'code', text: written },
      { kind: 'choices', as: 'buttons', choices: startsAgain(language) },
    ],
  };
}

/** A sentence for one person. */
export function notice(language: Language, text: string, choices: readonly Choice[] = []): Reply {
  const offered = choices.length === 0 ? [] : [{ kind: 'choices', as: 'buttons', choices } as const];
  return { audience: 'person', language, blocks: [{ kind: 'text', text }, ...offered] };
}

/** Answers an interaction at once, for the person only, with something that takes no work. */
export async function answerAtOnce(desk: Desk, interaction: Interaction, reply: Reply): Promise<void> {
  const {
    messages: [first, ...rest],
    charts,
  } = await desk.writer.write(reply);
  if (first === undefined) return;
  const { json } = newMessage(first, charts, true);
  const isHeard = await acknowledge(desk, interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...json, components: [...json.components], attachments: [] },
  });
  if (!isHeard) return;
  for (const each of rest) await desk.api.followUp(interaction, newMessage(each, charts, true));
}

function startsAgain(language: Language): readonly Choice[] {
  const say = messages[language];
  return [
    toChoice(say.start.quiz, '/quiz start', 'primary'),
    toChoice(say.start.daily, '/daily show'),
    toChoice(say.unknown.seeHelp, '/help'),
  ];
}
