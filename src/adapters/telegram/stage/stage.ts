import { createInOrder } from '../../../app/in-order.ts';
import type { Reply } from '../../../app/reply.ts';
import type { Address } from '../address.ts';
import type { Api } from '../api/api.ts';
import type { Failure } from '../api/failure.ts';
import type { Memory, Shown } from '../memory.ts';
import type { Content, Sent } from '../outgoing/content.ts';
import type { SendOutcome } from '../outgoing/job.ts';
import type { Sender } from '../outgoing/sender.ts';
import { renderReply, type Setting } from '../render/render-reply.ts';
import { type ContentMaker, toContents } from './to-contents.ts';

/** Where a reply is shown. */
export interface Spot {
  readonly to: Address;
  /** The conversation whose buttons and questions these are. */
  readonly here: string;
  readonly setting: Setting;
  /** The message the first one answers. */
  readonly replyToId?: number;
}

/** What became of showing a reply: the messages that are there now, and why others are not. */
export interface ShowOutcome {
  readonly shown: Shown;
  readonly failure?: Failure;
  /** The topic is gone; this stands in the group. */
  readonly isWithoutTopic: boolean;
}

/** Shows replies, and shows them anew. */
export interface Stage {
  show(reply: Reply, spot: Spot): Promise<ShowOutcome>;
  /** Puts a reply in the place of messages; what cannot be changed is taken away and said anew below. */
  replace(shown: Shown, reply: Reply, spot: Spot): Promise<ShowOutcome>;
  /** Changes the messages that show a round, if they are still there. */
  replaceRound(reply: Reply, roundId: string): Promise<void>;
  /** Takes messages away. */
  remove(messages: readonly Sent[]): Promise<void>;
}

/** What the stage works with. */
export interface StageOptions extends ContentMaker {
  readonly api: Api;
  readonly sender: Sender;
  readonly memory: Memory;
}

export function createStage(options: StageOptions): Stage {
  const { api, sender, memory } = options;
  const inOrder = createInOrder();
  const contentsOf = (reply: Reply, { here, setting }: Pick<Spot, 'here' | 'setting'>) =>
    toContents(renderReply(reply, setting), here, options);

  async function remove(messages: readonly Sent[]): Promise<void> {
    for (const { chatId, messageId } of messages) {
      // One that is gone already, or too old to be taken away, does no harm where it is.
      await api.call('deleteMessage', { chat_id: chatId, message_id: messageId });
    }
  }

  async function send(contents: readonly Content[], spot: Spot): Promise<readonly SendOutcome[]> {
    const [first, ...rest] = contents;
    if (first === undefined) return [];
    const answering = spot.replyToId === undefined ? first : { ...first, replyToId: spot.replyToId };
    return Promise.all([answering, ...rest].map((content) => sender.send(spot.to, content)));
  }

  async function finish(reply: Reply, spot: Spot, outcomes: readonly SendOutcome[]): Promise<ShowOutcome> {
    const outcome = summaryOf(outcomes, spot.here);
    await remember(memory, reply, outcome.shown, spot.setting);
    return outcome;
  }

  async function replace(shown: Shown, reply: Reply, spot: Spot): Promise<ShowOutcome> {
    const contents = await contentsOf(reply, spot);
    const isPossible = shown.parts.every(
      ({ isPhoto }, index) => !isPhoto || contents[index]?.png !== undefined,
    );
    if (!isPossible || shown.parts.length === 0) {
      await remove(shown.parts);
      return finish(reply, spot, await send(contents, spot));
    }
    const [changed, added] = [contents.slice(0, shown.parts.length), contents.slice(shown.parts.length)];
    await remove(shown.parts.slice(contents.length));
    const edits = changed.map((content, index) => editOr(sender, shown.parts[index], content, spot));
    const outcomes = await Promise.all([...edits, ...added.map((content) => sender.send(spot.to, content))]);
    return finish(reply, spot, outcomes);
  }

  return {
    remove,
    replace,
    async show(reply, spot) {
      return finish(reply, spot, await send(await contentsOf(reply, spot), spot));
    },
    async replaceRound(reply, roundId) {
      // In the order of the answers as far as the sender, which lets the later change take the place of the earlier.
      const { edits } = await inOrder(roundId, async () => {
        const shown = await memory.findShown(`round/${roundId}`);
        if (shown === undefined) return { edits: [] };
        const contents = await contentsOf(reply, { here: shown.here, setting: 'group' });
        return { edits: shown.parts.flatMap((message, index) => editText(sender, message, contents[index])) };
      });
      await Promise.all(edits);
    },
  };
}

/** Changes a text. A question fits one message; should it ever not, its later parts stay as they were. */
function editText(
  sender: Sender,
  message: Sent,
  content: Content | undefined,
): readonly Promise<SendOutcome>[] {
  return content === undefined || message.isPhoto ? [] : [sender.editInPassing(message, content)];
}

/** Changes a message, or says it anew where that one is no longer there. */
async function editOr(
  sender: Sender,
  message: Sent | undefined,
  content: Content,
  { to }: Spot,
): Promise<SendOutcome> {
  if (message === undefined) return sender.send(to, content);
  const outcome = await sender.edit(message, content);
  const isLost = outcome.kind === 'failed' && ['cannot-edit', 'refused'].includes(outcome.failure.kind);
  return isLost ? sender.send(to, content) : outcome;
}

function summaryOf(outcomes: readonly SendOutcome[], here: string): ShowOutcome {
  const parts = outcomes.flatMap((outcome) => (outcome.kind === 'sent' ? [outcome.sent] : []));
  const failed = outcomes.find((outcome) => outcome.kind === 'failed');
  return {
    shown: { here, parts },
    ...(failed !== undefined && { failure: failed.failure }),
    isWithoutTopic: outcomes.some((outcome) => outcome.kind === 'sent' && outcome.isWithoutTopic),
  };
}

/** Notes what a reply to these messages will mean, and where a question stands that everyone sees. */
async function remember(memory: Memory, reply: Reply, shown: Shown, setting: Setting): Promise<void> {
  const { roundId, audience } = reply;
  if (roundId === undefined) return;
  await memory.keepMeaning(shown.parts, { here: shown.here, roundId });
  if (audience === 'conversation' && setting === 'group') await memory.keepShown(`round/${roundId}`, shown);
}
