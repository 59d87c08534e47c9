import type { CommandAction } from '../../../app/commands/command.ts';
import type { Author } from '../people.ts';

/** What someone who writes as a group or a channel cannot do, because it is one person's and nobody knows whose. */
export type FacelessRefusal = 'facelessAnswer' | 'facelessCommand';

/**
 * Whether something can be done without knowing by whom. Quizzes and settings can; answers and progress cannot. What is
 * for moderators alone can be done by an anonymous one, whom Telegram vouches for.
 */
export function refuseFaceless(
  { kind }: Author,
  action: CommandAction | undefined,
): FacelessRefusal | undefined {
  if (kind === 'person') return undefined;
  if (action === undefined) return 'facelessAnswer';
  if (action.path === 'answer' || action.path === 'daily answer') return 'facelessAnswer';
  if (action.isForModerators === true && kind === 'anonymous-moderator') return undefined;
  return action.audience === 'person' ? 'facelessCommand' : undefined;
}
