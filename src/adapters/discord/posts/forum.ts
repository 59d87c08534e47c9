import { limits, shorten } from '../limits.ts';
import type { Leaf } from './leaves.ts';
import type { Posting } from './posting.ts';
import type { Target } from './target.ts';
import { titleOf } from './title.ts';

/**
 * In a forum the question is a post of its own, and whatever else is to be said stands below it. The forum drops no second
 * post, so after a crash one of the same title is taken for ours. Gives the thread to write on in.
 */
export async function openForumPost(
  { api, client, marks }: Posting,
  key: string,
  { channelId, tags }: Target,
  leaves: readonly Leaf[],
  mayBeThere: boolean,
): Promise<string> {
  const opening = leaves.find(({ reply }) => reply.roundId !== undefined) ?? leaves[0];
  if (opening === undefined) return channelId;
  const name = shorten(titleOf(opening.reply), limits.threadName);
  const ours = client().channels.cache.find(
    (each) =>
      each.isThread() &&
      each.parentId === channelId &&
      each.name === name &&
      each.ownerId === client().user?.id,
  );
  const threadId =
    (await marks.find(key, opening.part)) ??
    (mayBeThere ? ours?.id : undefined) ??
    (await api.openForumPost(channelId, name, tags, opening.body));
  // The first message of a forum's post bears the id of its thread.
  await marks.keep(key, opening.part, threadId);
  return threadId;
}
