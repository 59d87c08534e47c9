import type { InlineKeyboardMarkup } from 'telegraf/types';

/** A message as it is given to Telegram. */
export interface Content {
  readonly html: string;
  /** The same without markup, for the case that Telegram cannot read the markup. */
  readonly plain: string;
  /** A PNG above the text, which then is its caption. */
  readonly png?: Uint8Array;
  readonly keyboard?: InlineKeyboardMarkup;
  /** The message this one answers. */
  readonly replyToId?: number;
  /** Opens the reply box of whoever is called in the text, with this in it. */
  readonly asksFor?: string;
}

/** A message that is there. */
export interface Sent {
  readonly chatId: number;
  readonly messageId: number;
  readonly isPhoto: boolean;
}
