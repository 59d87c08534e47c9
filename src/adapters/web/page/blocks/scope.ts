import type { Language } from '../../../../core/question/language.ts';
import type { Texts } from '../texts.ts';
import type { Say } from '../use-room.ts';

/** What a block knows of the message and the page it stands in. */
export interface Scope {
  /** The page's own words. */
  readonly words: Texts;
  readonly language: Language;
  /** Who reads; absent until the room has answered. */
  readonly personId: string | undefined;
  /** Names the message among all, for drafts and ids. */
  readonly key: string;
  /** The latest message with something to fill in: its form stands open. */
  readonly isLatest: boolean;
  readonly say: Say;
}
