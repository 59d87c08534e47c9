import type { Voice } from './commands/command.ts';
import type { Choice, Reply } from './reply.ts';

/** A sentence, and what one can do next. */
export function textReply(
  audience: Reply['audience'],
  { language }: Voice,
  text: string,
  choices: readonly Choice[] = [],
): Reply {
  const offered = choices.length === 0 ? [] : [{ kind: 'choices', as: 'buttons', choices } as const];
  return { audience, language, blocks: [{ kind: 'text', text }, ...offered] };
}
