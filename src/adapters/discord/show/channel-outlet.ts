import { createHash } from 'node:crypto';
import type { Reply } from '../../../app/reply.ts';
import { limits } from '../limits.ts';
import { renderKeptReply } from '../render/kept-reply.ts';
import type { Api } from '../wire/api.ts';
import { edited, newMessage } from '../wire/message-body.ts';
import type { Outlet, Shown } from './outlet.ts';
import type { Writer } from './writer.ts';

/** What answering a message in a channel needs. */
interface OutletOptions {
  readonly api: Api;
  readonly writer: Writer;
  readonly channelId: string;
  /** The message answered, and who wrote it. */
  readonly replyTo: { readonly messageId: string; readonly personId: string; readonly name: string };
  readonly isPrivate: boolean;
}

/** A channel, where everyone sees everything: what is for one person's eyes waits behind a button that only they can press. */
export function createChannelOutlet({ api, writer, channelId, replyTo, isPrivate }: OutletOptions): Outlet {
  async function show(reply: Reply, index: number): Promise<Shown | undefined> {
    const isHidden = reply.audience === 'person' && !isPrivate;
    const { messages, charts } = await writer.write(
      reply,
      isHidden ? () => renderKeptReply(reply, replyTo.personId, replyTo.name) : undefined,
    );
    let first: Shown | undefined;
    for (const [page, message] of messages.entries()) {
      const nonce = nonceOf(replyTo.messageId, `${index}/${page}`);
      const { id } = await api.send(channelId, newMessage(message, charts), {
        nonce,
        replyTo: replyTo.messageId,
      });
      first ??= { channelId, messageId: id, isPublic: !isHidden };
    }
    return first;
  }

  return {
    async show(replies) {
      const shown: (Shown | undefined)[] = [];
      for (const [index, reply] of replies.entries()) shown.push(await show(reply, index));
      return shown;
    },
    async replace({ messageId }, reply) {
      const { messages, charts } = await writer.write(reply);
      const [first] = messages;
      if (first !== undefined) await api.edit(channelId, messageId, edited(first, charts));
    },
  };
}

/** Names a message, so that Discord drops a second one. */
export function nonceOf(key: string, part: string): string {
  return createHash('sha256').update(`${key}#${part}`).digest('base64url').slice(0, limits.nonce);
}
