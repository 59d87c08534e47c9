import { type ParsedText, parseHtml } from '../server/html.ts';
import { badRequest } from '../server/refusal.ts';
import type { KeyboardButton, Markup } from '../server/world.ts';

/** Reads a text or a caption with its markup, and refuses what is too long once the markup is read. */
export function readText(
  given: unknown,
  parseMode: unknown,
  limit: number,
): ParsedText & { readonly html: string } {
  const html = typeof given === 'string' ? given : '';
  const parsed = parseMode === 'HTML' ? parseHtml(html) : { text: html.trim(), entities: [] };
  if (parsed.text.length > limit)
    throw badRequest(limit === 1024 ? 'message caption is too long' : 'message is too long');
  return { ...parsed, html: parseMode === 'HTML' ? html : escaped(html) };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Most buttons of a keyboard. */
const mostButtons = 100;

/** Reads what hangs below a message; refuses buttons that Telegram refuses. */
export function readMarkup(given: unknown): Markup | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== 'object' || given === null) throw badRequest('object expected as reply markup');
  // Its parts are looked at below; the rest is kept as it came.
  const markup = given as Markup;
  const buttons = markup.inline_keyboard?.flat() ?? [];
  if (buttons.length > mostButtons) throw badRequest('REPLY_MARKUP_TOO_LONG');
  for (const button of buttons) checkButton(button);
  const placeholder = markup.input_field_placeholder;
  if (placeholder !== undefined && (placeholder.length < 1 || placeholder.length > 64)) {
    throw badRequest('input_field_placeholder must be 1-64 characters');
  }
  return markup;
}

function checkButton({ text, callback_data: data, url }: KeyboardButton): void {
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest('text buttons are unallowed in the inline keyboard');
  if ((data === undefined) === (url === undefined)) throw badRequest('exactly one button action is expected');
  const bytes = Buffer.byteLength(data ?? '-');
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  if (url !== undefined && !URL.canParse(url))
    throw badRequest(`inline keyboard button URL '${url}' is invalid`);
}
