import type { Reply } from '../../../app/reply.ts';

/** A message that shows a reply. */
export interface Shown {
  readonly channelId: string;
  readonly messageId: string;
  /** Everyone in the channel sees it, so it may be shown anew and answered. */
  readonly isPublic: boolean;
}

/** Where the replies to one action go: the answers of an interaction, or a channel. */
export interface Outlet {
  /** Shows replies in order, each where its audience sees it; gives the first message of each. */
  show(replies: readonly Reply[]): Promise<readonly (Shown | undefined)[]>;
  /** Puts a reply in the place of one shown before. */
  replace(shown: Shown, reply: Reply): Promise<void>;
}
