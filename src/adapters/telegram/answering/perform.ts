import type { Reply, Response } from '../../../app/reply.ts';
import { addressOf, isPrivateChat } from '../address.ts';
import type { Desk } from '../desk.ts';
import type { Shown } from '../memory.ts';
import type { Sent } from '../outgoing/content.ts';
import type { ShowOutcome, Spot } from '../stage/stage.ts';
import { followUpdates } from './follow-updates.ts';
import { showGroupLine } from './group-line.ts';
import { noteFailure } from './note-failure.ts';
import type { Occasion } from './occasion.ts';
import type { Step } from './plan.ts';
import { whisper } from './private-chat.ts';

/** Does what was planned, in order; the later states of the last reply follow by themselves. */
export async function perform(
  desk: Desk,
  occasion: Occasion,
  steps: readonly Step[],
  updates: Response['updates'],
): Promise<void> {
  let last: { shown: Shown; spot: Spot } | undefined;
  for (const step of steps) {
    switch (step.do) {
      case 'show':
        last = await show(desk, occasion, step.reply, last === undefined);
        break;
      case 'replace-round':
        // Nothing that follows waits for it, so that of many answers at once the last shows them all.
        desk.follow(desk.stage.replaceRound(step.reply, step.roundId));
        break;
      case 'whisper':
        await whisperOrInvite(desk, occasion, step.reply);
        break;
      case 'invite':
        await showGroupLine(desk, occasion, step.reply, false);
    }
  }
  if (occasion.spent !== undefined) await desk.stage.remove([occasion.spent]);
  if (updates === undefined) return;
  if (last !== undefined) desk.follow(followUpdates(desk, last.shown, last.spot, updates));
}

async function show(desk: Desk, occasion: Occasion, reply: Reply, isFirst: boolean) {
  const spot = spotFor(occasion, reply);
  const place = isFirst ? placeOf(occasion, spot) : undefined;
  const outcome: ShowOutcome =
    place === undefined
      ? await desk.stage.show(reply, spot)
      : await desk.stage.replace({ here: spot.here, parts: [place] }, reply, spot);
  await noteFailure(desk, spot.to, outcome.failure);
  const isQuestion = reply.blocks.some(({ kind }) => kind === 'question');
  // A question shown last is what a plain message means, and the coach knows which one that is.
  if (spot.setting === 'private' && isQuestion) await desk.memory.expect(spot.to.chatId, undefined);
  return { shown: outcome.shown, spot };
}

/** The message whose place a reply takes, when a button says so and the reply belongs where it was pressed. */
function placeOf({ by }: Occasion, { to }: Spot): Sent | undefined {
  if (by.kind !== 'press' || !by.isInPlace || by.message?.chatId !== to.chatId) return undefined;
  return by.message;
}

/** Where a reply belongs: what everyone may read to the conversation of the action, the rest to where it was done. */
function spotFor({ incoming, at, setting, replyToId }: Occasion, { audience }: Reply): Spot {
  const here = incoming.conversation.id;
  const answering = replyToId === undefined ? {} : { replyToId };
  if (audience === 'person') return { to: at, here, setting, ...answering };
  const to = addressOf(here) ?? at;
  const own = isPrivateChat(to.chatId) ? 'private' : 'group';
  return { to, here, setting: own, ...(to.chatId === at.chatId && answering) };
}

async function whisperOrInvite(desk: Desk, occasion: Occasion, reply: Reply): Promise<void> {
  const { userId, incoming } = occasion;
  const told =
    userId === undefined ? undefined : await whisper(desk, userId, reply, incoming.conversation.id);
  // A pressed button has said so already.
  if (told !== undefined && occasion.by.kind === 'press') return;
  await showGroupLine(desk, occasion, reply, told !== undefined);
}
