import type { Reply } from '../../../app/reply.ts';
import type { Address } from '../address.ts';
import type { Occasion } from '../answering/occasion.ts';
import type { Meaning } from '../memory.ts';
import type { Content } from '../outgoing/content.ts';
import type { Spot } from '../stage/stage.ts';
import { plain, written } from '../text/rich-text.ts';

/** What an update asks of us. */
export type Task =
  /** The coach must hear of it. */
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  /** A word of the adapter's own. */
  | { readonly kind: 'say'; readonly to: Address; readonly content: Content }
  /** What the coach has said before, shown again to one person. */
  | { readonly kind: 'show'; readonly replies: readonly Reply[]; readonly spot: Spot }
  /** Asks for words; a reply to it, or in private the next message, has the meaning. */
  | { readonly kind: 'ask'; readonly to: Address; readonly content: Content; readonly meaning: Meaning }
  | { readonly kind: 'nothing' };

export const nothing: Task = { kind: 'nothing' };

/** A sentence of the adapter's own, as an answer to a message if given. */
export function sayTask(to: Address, text: string, replyToId?: number): Task {
  const content = { ...written([plain(text)]), ...(replyToId !== undefined && { replyToId }) };
  return { kind: 'say', to, content };
}
