import type { Reply } from '../../../app/reply.ts';
import type { Desk } from '../desk.ts';
import type { ShowOutcome } from '../stage/stage.ts';

/** A bot may write to a person who has written to it in private and has not blocked it since. */
export async function isPrivateOpen({ memory }: Desk, userId: number): Promise<boolean> {
  return (await memory.recall(`private/${userId}`)) === 'open';
}

/** Notes that a person can be written to, or no longer. */
export async function notePrivate({ memory }: Desk, userId: number, state: 'open' | 'closed'): Promise<void> {
  await memory.note(`private/${userId}`, state);
}

/** Shows a reply to one person alone; undefined when they cannot be written to. */
export async function whisper(
  desk: Desk,
  userId: number,
  reply: Reply,
  here: string,
): Promise<ShowOutcome | undefined> {
  if (!(await isPrivateOpen(desk, userId))) return undefined;
  const outcome = await desk.stage.show(reply, { to: { chatId: userId }, here, setting: 'private' });
  const kind = outcome.failure?.kind;
  if (kind !== 'gone' && kind !== 'never-met') return outcome;
  await notePrivate(desk, userId, 'closed');
  return undefined;
}
