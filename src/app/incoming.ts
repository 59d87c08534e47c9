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
}

/** Where people talk. Ids carry their platform (`discord:123`), so they never collide. */
export interface Conversation {
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
  | { readonly kind: 'invocation'; readonly invocation: Invocation };
