import type { Incoming } from '../../../app/incoming.ts';
import type { Address } from '../address.ts';
import type { Readers } from '../memory.ts';
import type { Sent } from '../outgoing/content.ts';
import type { Setting } from '../render/render-reply.ts';

/** What someone did, and how it may be answered. */
export interface Occasion {
  readonly incoming: Incoming;
  /** Where it was done: not always where it belongs, because the buttons of a private answer may act in the group. */
  readonly at: Address;
  readonly setting: Setting;
  /** Who may read what is for one person alone; absent when nobody can be told apart and nothing secret is asked for. */
  readonly readers?: Readers;
  /** Who did it; absent when Telegram does not say. */
  readonly userId?: number;
  readonly by:
    | { readonly kind: 'message'; readonly messageId: number }
    /** Telegram reported something about the group. */
    | { readonly kind: 'report' }
    | {
        readonly kind: 'press';
        readonly queryId: string;
        readonly message?: Sent;
        readonly isInPlace: boolean;
      };
  /** The message to answer, so that the answer stands beside it, also under a channel's post. */
  readonly replyToId?: number;
  /** Came by a link in order to write; the next plain message is what the form in the reply asks for. */
  readonly isOpening?: boolean;
  /** A message that asked for words and has got them. */
  readonly spent?: Sent;
}

/** What a pressed button says by itself. */
export interface Toast {
  readonly text?: string;
  /** In a box that stays until it is closed. */
  readonly isAlert?: boolean;
  /** Opens our private chat. */
  readonly url?: string;
}
