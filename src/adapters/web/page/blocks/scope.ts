import type { Language } from '../../../../core/question/language.ts';
import type { Texts } from '../texts.ts';
import type { Say } from '../use-room.ts';
import type { Reasons } from './reasons.ts';

/** What a block knows of the message and the page it stands in. */
export interface Scope {
  /** The page's own words. */
  readonly words: Texts;
  readonly language: Language;
  /** Who reads; absent until the room has answered. */
  readonly personId: string | undefined;
  /** Names the message among all, for drafts and ids. */
  readonly key: string;
  /** The latest message that waits for words: its form stands open. */
  readonly isAtHand: boolean;
  readonly say: Say;
  /** Why words of an answer in this message were marked. */
  readonly reasons: Reasons;
}

/** What a message is drawn with; the rest follows from its blocks. */
export type MessageScope = Omit<Scope, 'reasons'>;
