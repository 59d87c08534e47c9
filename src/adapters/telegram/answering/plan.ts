import type { Block, Reply, Response } from '../../../app/reply.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import type { Occasion, Toast } from './occasion.ts';
import { isPrivateOpen } from './private-chat.ts';

/** One thing to do about a response. */
export type Step =
  /** Shows it where it belongs. */
  | { readonly do: 'show'; readonly reply: Reply }
  | { readonly do: 'replace-round'; readonly reply: Reply; readonly roundId: string }
  /** Writes to the person in private, and says in the group that it did. */
  | { readonly do: 'whisper'; readonly reply: Reply }
  /** Says in the group how to read it in private. */
  | { readonly do: 'invite'; readonly reply: Reply };

/** What to do about a response, and what a pressed button says at once. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly toast: Toast;
}

/** Decides who reads what and where, before anything is sent: a pressed button must not wait for its turn to speak. */
export async function planResponse(desk: Desk, occasion: Occasion, response: Response): Promise<Plan> {
  const steps: Step[] = [];
  let toast: Toast = {};
  for (const reply of response.replies) {
    if (reply.replacesRound === true) {
      if (reply.roundId !== undefined) steps.push({ do: 'replace-round', reply, roundId: reply.roundId });
    } else if (isShownAsItIs(reply, response, occasion)) {
      steps.push({ do: 'show', reply });
    } else {
      const plan = await planForPerson(desk, occasion, reply);
      steps.push(...plan.steps);
      toast = { ...toast, ...plan.toast };
    }
  }
  return { steps, toast };
}

function isShownAsItIs(reply: Reply, { isFault }: Response, occasion: Occasion): boolean {
  if (reply.audience === 'conversation' || occasion.setting === 'private') return true;
  // A fault says no more than its code, and is recorded nowhere that it could be read again.
  return isFault === true || occasion.readers === undefined;
}

/** What one person alone may read, asked for in front of others. */
async function planForPerson(desk: Desk, occasion: Occasion, reply: Reply): Promise<Plan> {
  const { by, userId, readers, incoming } = occasion;
  const isOpen = userId !== undefined && (await isPrivateOpen(desk, userId));
  if (by.kind !== 'press') return { steps: [{ do: isOpen ? 'whisper' : 'invite', reply }], toast: {} };
  const alert = asAlert(reply);
  if (alert !== undefined) return { steps: [], toast: { text: alert, isAlert: true } };
  if (isOpen) {
    return { steps: [{ do: 'whisper', reply }], toast: { text: words[reply.language].sentInPrivateToast } };
  }
  if (readers === undefined) return { steps: [], toast: {} };
  const here = incoming.conversation.id;
  const [name = ''] = await desk.memory.keepOffers([{ do: 'read', here, delivery: incoming.id, readers }]);
  return { steps: [], toast: { url: desk.linkTo(name) } };
}

/** Longest text of the box that a pressed button opens. */
const alertLimit = 200;

/**
 * A reply of a sentence or two, as the text of a box; undefined for anything with more to it. What it offers to do next is
 * left out: the group's messages offer the same, and a box that is read at a glance is worth more than a change of chat.
 */
function asAlert({ blocks }: Reply): string | undefined {
  const sentences = blocks.filter(isSentence);
  const isShort = blocks.every((block) => isSentence(block) || block.kind === 'choices');
  const text = sentences.map((block) => block.text).join('\n');
  return isShort && text !== '' && text.length <= alertLimit ? text : undefined;
}

function isSentence(block: Block): block is Extract<Block, { kind: 'text' | 'note' }> {
  return block.kind === 'text' || block.kind === 'note';
}
