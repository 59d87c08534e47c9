import type { Language } from '../core/question/language.ts';
import type { Invocation } from './invocation.ts';

/** One thing a person did on a platform, normalised at the door. */
export interface Incoming {
  /** Unique for ever and the same when the platform delivers it again; the coach claims it before it works. */
  readonly id: string;
  readonly conversation: Conversation;
  readonly person: Person;
  readonly action: Action;
  readonly atMs: number;
  /** Where a scheduled post would go, when the command named a place or the platform knows what is missing here. */
  readonly place?: Place;
}

/** A place for posts, as the platform sees it at this moment. */
export interface Place {
  readonly conversationId: string;
  /** What the coach may not do there, in the person's language; empty when all is well. */
  readonly missing: readonly string[];
}

/** Where people talk. Ids carry their platform (`discord:123`), so they never collide. */
export interface Conversation {
  /** The group's id, or one that begins with it and a slash (`discord:1/2` is channel 2 of server 1). */
  readonly id: string;
  /** The study group it belongs to: the one that shares a board, settings and a daily question. */
  readonly groupId: string;
  readonly kind: 'group' | 'private';
  /** What the platform says about the group's language, if anything. */
  readonly language?: Language;
}

/** Who did it. */
export interface Person {
  readonly id: string;
  /** The name to show; text of the outside world, so adapters escape it. */
  readonly name: string;
  /** May change the group's settings, as the platform says at this moment. */
  readonly isModerator: boolean;
  readonly language?: Language;
  /** Background the person looks at, where the platform knows; charts are drawn to match. */
  readonly theme?: 'light' | 'dark';
}

/** What was done. */
export type Action =
  /** Plain text: a command when it begins with a slash, otherwise an answer. */
  | { readonly kind: 'text'; readonly text: string; readonly roundId?: string }
  | { readonly kind: 'invocation'; readonly invocation: Invocation }
  /** The coach was added to the group, again or for the first time. */
  | { readonly kind: 'joined' }
  /** The coach was removed from the group. */
  | { readonly kind: 'left' }
  /** The platform gave the group another id. */
  | { readonly kind: 'moved'; readonly toGroupId: string };
