import type { APIMessage } from 'discord.js';
import type { Post } from '../../../app/ports/platform-adapter.ts';
import type { Reply } from '../../../app/reply.ts';
import type { Spot } from '../places.ts';
import type { Writer } from '../show/writer.ts';
import { type MessageBody, newMessage } from '../wire/message-body.ts';
import { calling } from './mention.ts';

/** A message of a post, ready to be sent. */
export interface Leaf {
  /** Its place in the post: `0/0` is the first page of the first reply. */
  readonly part: string;
  readonly reply: Reply;
  readonly body: MessageBody;
  /** The first page of its reply, which stands for it. */
  readonly isFirst: boolean;
}

/** The messages of a post; the one that asks something calls the role that is to be called. */
export async function writeLeaves(writer: Writer, post: Post, spot: Spot): Promise<readonly Leaf[]> {
  const { mention } = post.manner;
  const leaves: Leaf[] = [];
  for (const [index, reply] of post.replies.entries()) {
    const { messages, charts } = await writer.write(reply);
    for (const [page, message] of messages.entries()) {
      const body = newMessage(message, charts);
      const calls =
        mention !== undefined && page === 0 && reply.roundId !== undefined && spot.kind === 'channel';
      leaves.push({
        part: `${index}/${page}`,
        reply,
        body: calls ? calling(body, mention, spot.guildId) : body,
        isFirst: page === 0,
      });
    }
  }
  return leaves;
}

/** A message that a crash kept us from noting: it bears the ids of the same buttons. */
export function sentBefore({ body }: Leaf, earlier: readonly APIMessage[]): string | undefined {
  const ids = customIdsIn(body.json);
  if (ids.length === 0) return undefined;
  return earlier.find((message) => ids.every((id) => customIdsIn(message).includes(id)))?.id;
}

function customIdsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(customIdsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'custom_id' && typeof inner === 'string' ? [inner] : customIdsIn(inner),
  );
}
