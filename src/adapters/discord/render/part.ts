import type { APIButtonComponentWithCustomId, APIStringSelectComponent } from 'discord.js';
import type { Image } from '../../../app/reply.ts';

/** A piece of a message, before it is known on which message it stands. */
export type Part =
  /** Discord's markdown. */
  | { readonly kind: 'text'; readonly text: string }
  /** Covered until the reader uncovers it. */
  | { readonly kind: 'covered'; readonly text: string }
  | { readonly kind: 'image'; readonly image: Image }
  | { readonly kind: 'button'; readonly button: APIButtonComponentWithCustomId }
  | { readonly kind: 'menu'; readonly menu: APIStringSelectComponent };
