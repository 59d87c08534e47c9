import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { Spot } from '../places.ts';

/** What a message is to the coach. */
export type ReadMessage =
  /** Not meant for us. */
  | { readonly kind: 'ignored' }
  /** Meant for us, but Discord kept its words back. */
  | { readonly kind: 'unreadable'; readonly spot: Spot }
  | {
      readonly kind: 'text';
      readonly spot: Spot;
      readonly text: string;
      /** The message it replies to. */
      readonly replyTo?: string;
    };

/**
 * Reads a message. Without the privileged intent Discord hands over the words of direct messages, of messages that mention us,
 * and of some replies to us; everything else is none of our business.
 */
export function readMessage(message: GatewayMessageCreateDispatchData, ownId: string): ReadMessage {
  const { author, webhook_id: webhookId, type, guild_id: guildId, channel_id: channelId } = message;
  const isSaid = type === MessageType.Default || type === MessageType.Reply;
  if (author.bot === true || webhookId !== undefined || !isSaid) return { kind: 'ignored' };
  const repliesToUs = message.referenced_message?.author.id === ownId;
  const mentionsUs = message.mentions.some(({ id }) => id === ownId);
  if (guildId !== undefined && !repliesToUs && !mentionsUs) return { kind: 'ignored' };
  const spot: Spot =
    guildId === undefined ? { kind: 'private', userId: author.id } : { kind: 'channel', guildId, channelId };
  if (message.content === '' && repliesToUs) return { kind: 'unreadable', spot };
  const text = wordsIn(message.content, ownId);
  const replyTo = repliesToUs ? message.referenced_message?.id : undefined;
  return {
    kind: 'text',
    spot,
    // Someone who only calls us wants to know what we can do.
    text: text === '' ? '/help' : text,
    ...(replyTo !== undefined && { replyTo }),
  };
}

/** The words without our name; an answer hidden from the others by spoiler bars is an answer too. */
function wordsIn(content: string, ownId: string): string {
  const text = content.replace(new RegExp(`<@!?${ownId}>`, 'g'), '').trim();
  return /^\|\|([\s\S]+)\|\|$/.exec(text)?.[1]?.trim() ?? text;
}
