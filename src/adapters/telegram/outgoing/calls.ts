import type { Address } from '../address.ts';
import type { Api, ApiOutcome } from '../api/api.ts';
import type { Content, Sent } from './content.ts';

/** How much of a content is used: without markup after Telegram could not read it, without topic after it is gone. */
export interface Fallbacks {
  readonly isPlain: boolean;
  readonly isWithoutTopic: boolean;
}

/** Sends a message. */
export async function sendContent(
  api: Api,
  { chatId, threadId }: Address,
  content: Content,
  { isPlain, isWithoutTopic }: Fallbacks,
): Promise<ApiOutcome<Sent>> {
  const { png, replyToId } = content;
  const shared = {
    chat_id: chatId,
    ...(threadId !== undefined && !isWithoutTopic && { message_thread_id: threadId }),
    ...(!isPlain && { parse_mode: 'HTML' as const }),
    ...(replyToId !== undefined && {
      reply_parameters: { message_id: replyToId, allow_sending_without_reply: true },
    }),
    ...replyMarkup(content),
  };
  const text = isPlain ? content.plain : content.html;
  const outcome =
    png === undefined
      ? await api.call('sendMessage', { ...shared, text, link_preview_options: { is_disabled: true } })
      : await api.call('sendPhoto', { ...shared, photo: pictureOf(png), caption: text });
  if (outcome.kind === 'failed') return outcome;
  const { message_id: messageId } = outcome.result;
  return { kind: 'done', result: { chatId, messageId, isPhoto: png !== undefined } };
}

/** Gives a message another content. A text may become a picture, but a picture never a text again. */
export async function editContent(
  api: Api,
  { chatId, messageId }: Sent,
  content: Content,
  { isPlain }: Fallbacks,
): Promise<ApiOutcome<Sent>> {
  const { png, keyboard } = content;
  const shared = {
    chat_id: chatId,
    message_id: messageId,
    ...(keyboard !== undefined && { reply_markup: keyboard }),
  };
  const text = isPlain ? content.plain : content.html;
  const markup = isPlain ? {} : { parse_mode: 'HTML' as const };
  const outcome =
    png === undefined
      ? await api.call('editMessageText', {
          ...shared,
          ...markup,
          text,
          link_preview_options: { is_disabled: true },
        })
      : await api.call('editMessageMedia', {
          ...shared,
          media: { type: 'photo', media: pictureOf(png), caption: text, ...markup },
        });
  if (outcome.kind === 'failed') return outcome;
  return { kind: 'done', result: { chatId, messageId, isPhoto: png !== undefined } };
}

function pictureOf(png: Uint8Array) {
  return { source: Buffer.from(png), filename: 'chart.png' };
}

function replyMarkup({ keyboard, asksFor }: Content) {
  if (keyboard !== undefined) return { reply_markup: keyboard };
  if (asksFor === undefined) return {};
  return {
    reply_markup: { force_reply: true as const, selective: true, input_field_placeholder: asksFor },
  };
}
