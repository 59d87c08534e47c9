import type { Incoming } from '../incoming.ts';
import type { Reply, Response } from '../reply.ts';
import type { PostManner } from './store.ts';

/** One platform where people talk to the coach. */
export interface PlatformAdapter {
  /** Lower-case name; the prefix of every id this adapter makes (`discord:123`). */
  readonly name: string;
  /** Whether repeating a post under the same key is harmless, because the platform (or we) drop the second one. */
  readonly dropsRepeatedPosts: boolean;
  /** Begins to listen; resolves when people can be heard. `handle` never rejects. */
  start(handle: Handle): Promise<void>;
  /** Says something of the coach's own accord, such as the daily question. Never rejects for what a platform can refuse. */
  post(post: Post): Promise<PostOutcome>;
  /** Stops listening, finishes what was acknowledged, lets go of everything. */
  stop(): Promise<void>;
}

/** The coach, as an adapter sees it. */
export type Handle = (incoming: Incoming) => Promise<Response>;

/** A message of the coach's own accord. */
export interface Post {
  /** A group's own id, where that is no conversation, means: wherever in the group the coach may speak. */
  readonly conversationId: string;
  readonly groupId: string;
  readonly replies: readonly Reply[];
  readonly manner: PostManner;
  /** Names the post for ever; the same key is never shown twice. */
  readonly key: string;
}

/** What became of a post. */
export type PostOutcome =
  | {
      readonly kind: 'posted';
      /** The conversation it is in, when its own is no longer there; the group's later posts go there too. */
      readonly at?: string;
    }
  /** The place is gone or closed to us; `reason` names what is missing, for the moderators. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The coach is no longer in the group; it counts as left until the platform says that it is back. */
  | { readonly kind: 'gone' }
  /** Worth another try. */
  | { readonly kind: 'later'; readonly retryAfterMs: number };
