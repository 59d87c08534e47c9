import { type APIMessage, ChannelType } from 'discord.js';
import type { Post, PostOutcome } from '../../../app/ports/platform-adapter.ts';
import type { Language } from '../../../core/question/language.ts';
import { type Spot, spotOf } from '../places.ts';
import { isForum } from '../rights.ts';
import { nonceOf } from '../show/channel-outlet.ts';
import { errorCode, troubleOf } from '../wire/trouble.ts';
import { words } from '../words.ts';
import { openForumPost } from './forum.ts';
import { sentBefore, writeLeaves } from './leaves.ts';
import type { Posting } from './posting.ts';
import { findTarget, rightsMissing, type Target } from './target.ts';
import { openThread } from './thread.ts';

/** How long a post waits when Discord is unwell. */
const retryAfterMs = 60_000;

/** Says things of the coach's own accord: each post once, whatever crashes in between. */
export function createPoster(options: Posting): (post: Post) => Promise<PostOutcome> {
  return async (post) => {
    const spot = spotOf(post.conversationId);
    const language = post.replies[0]?.language ?? 'en';
    if (spot === undefined) return { kind: 'refused', reason: words[language].gone };
    try {
      const found = await findTarget(options.client(), options.api, spot, language);
      if (found.kind === 'refused') return found;
      await sendPost(options, post, spot, found.target);
      return { kind: 'posted' };
    } catch (error) {
      return outcomeOf(error, options, post, spot, language);
    }
  };
}

function outcomeOf(
  error: unknown,
  { client, log }: Posting,
  { key }: Post,
  spot: Spot,
  language: Language,
): PostOutcome {
  const say = words[language];
  switch (troubleOf(error)) {
    case 'refused': {
      if (spot.kind === 'private') return { kind: 'refused', reason: say.closedPrivate };
      const missing =
        spot.kind === 'channel' ? rightsMissing(client(), spot, ChannelType.GuildText, language) : [];
      return { kind: 'refused', reason: missing.length > 0 ? missing.join(', ') : say.gone };
    }
    case 'later':
    case 'unsure':
      return { kind: 'later', retryAfterMs };
    case 'acknowledged':
    case 'too-late':
    case 'fault': {
      const code = errorCode(error);
      if (code === undefined) throw error;
      // Trying the same again would be refused again, every minute.
      log.error('discord-post-refused', error, { key, code });
      return { kind: 'refused', reason: say.refusedBy(code) };
    }
  }
}

async function sendPost(options: Posting, post: Post, spot: Spot, target: Target): Promise<void> {
  const { marks, rounds } = options;
  const leaves = await writeLeaves(options.writer, post, spot);
  const mayBeThere = await marks.begin(post.key);
  const channelId = isForum(target.channelType)
    ? await openForumPost(options, post.key, target, leaves, mayBeThere)
    : target.channelId;
  const earlier = mayBeThere ? await findEarlier(options, channelId) : [];
  for (const leaf of leaves) {
    const messageId =
      (await marks.find(post.key, leaf.part)) ??
      sentBefore(leaf, earlier) ??
      (await options.api.send(channelId, leaf.body, { nonce: nonceOf(post.key, leaf.part) })).id;
    await marks.keep(post.key, leaf.part, messageId);
    if (!leaf.isFirst) continue;
    await rounds.remember(leaf.reply, { channelId, messageId, isPublic: true });
    if (leaf.reply.roundId !== undefined && post.manner.inThread && spot.kind === 'channel') {
      await openThread(options, spot.guildId, target, messageId, leaf.reply);
    }
  }
}

/** Messages among which may be one of ours that a crash kept us from noting; none where we may not look. */
async function findEarlier({ api }: Posting, channelId: string): Promise<readonly APIMessage[]> {
  try {
    return await api.latest(channelId);
  } catch (error) {
    if (troubleOf(error) === 'refused') return [];
    throw error;
  }
}
