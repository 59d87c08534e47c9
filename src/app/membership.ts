import { toChoice } from './choice.ts';
import type { CommandContext } from './commands/command.ts';
import { setExample } from './commands/daily.ts';
import type { Reply, Response } from './reply.ts';

/** Data of a group that removed the coach is kept this long, so that coming back costs nothing. */
export const graceMs = 30 * 24 * 3_600_000;

/** Notes that the coach was added, removed or moved, and says hello where that is due; undefined for anything else. */
export async function noteMembership(context: CommandContext): Promise<Response | undefined> {
  const { tx, incoming, group, nowMs } = context;
  const { action } = incoming;
  switch (action.kind) {
    case 'joined':
      // A question nobody asks for must speak some language: that of the place, or of whoever added the coach.
      await tx.groups.save({ ...group, language: group.language ?? context.shared.language });
      await tx.groups.markLeft(group.id, undefined);
      return { replies: [welcomeReply(context)] };
    case 'left':
      await tx.groups.save(group);
      await tx.groups.markLeft(group.id, nowMs);
      return { replies: [] };
    case 'moved':
      await tx.groups.move(group.id, action.toGroupId);
      return { replies: [] };
    case 'text':
    case 'invocation':
      return undefined;
  }
}

function welcomeReply({ shared }: CommandContext): Reply {
  const { language, words } = shared;
  return {
    audience: 'conversation',
    language,
    blocks: [
      { kind: 'heading', text: words.welcome.heading },
      { kind: 'text', text: words.welcome.text },
      { kind: 'list', items: words.welcome.steps(setExample) },
      {
        kind: 'choices',
        as: 'buttons',
        choices: [
          toChoice(words.start.quiz, '/quiz start', 'primary'),
          toChoice(words.unknown.seeHelp, '/help'),
        ],
      },
    ],
  };
}
