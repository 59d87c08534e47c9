import { toChoice } from './choice.ts';
import type { Voice } from './commands/command.ts';
import type { Reply } from './reply.ts';

/** What to say to a slash that names no command. */
export function unknownCommandReply(
  line: { readonly typed: string; readonly near: readonly string[] },
  { language, words }: Voice,
): Reply {
  const choices = line.near.map((name) => toChoice(`/${name}`, `/${name}`));
  const help = toChoice(words.unknown.seeHelp, '/help', choices.length === 0 ? 'primary' : 'plain');
  return {
    audience: 'person',
    language,
    blocks: [
      { kind: 'text', text: words.unknown.command(line.typed) },
      {
        kind: 'choices',
        as: 'buttons',
        ...(choices.length > 0 && { label: words.unknown.didYouMean }),
        choices: [...choices, help],
      },
    ],
  };
}

/** What to say to input that cannot be used: every problem, each with its way out. */
export function problemsReply(problems: readonly string[], { language }: Voice): Reply {
  return { audience: 'person', language, blocks: problems.map((text) => ({ kind: 'text', text })) };
}
