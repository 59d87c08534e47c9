import type { Action } from '../../../app/incoming.ts';
import { isPrivateChat } from '../address.ts';
import type { Desk } from '../desk.ts';
import type { Meaning } from '../memory.ts';
import type { Sent } from '../outgoing/content.ts';
import { readCommand } from './read-command.ts';
import type { Message } from './update.ts';

/** What a message's words are for. */
export type Said =
  /** For us; `meaning` says what question or form they belong to, if any. */
  | { readonly kind: 'said'; readonly action: Action; readonly meaning?: Meaning; readonly spent?: Sent }
  /** `/start`, with what a link handed over. */
  | { readonly kind: 'start'; readonly name: string | undefined }
  /** For us, but nothing we can read, such as a voice message. */
  | { readonly kind: 'not-text' }
  /** People talking to each other. */
  | { readonly kind: 'not-for-us' };

/**
 * Finds out whether a message is for us and what it means. In a group that is a command, or a reply to one of our
 * messages that asked something; with privacy mode on Telegram passes on hardly more, and what else it passes on when we
 * are an administrator is left alone.
 */
export async function readSaid(desk: Desk, message: Message): Promise<Said> {
  const { chat, reply_to_message: repliedTo } = message;
  const isPrivate = isPrivateChat(chat.id);
  const text = message.text ?? message.caption;
  const command = text === undefined ? undefined : readCommand(text, desk.bot.username);
  if (command !== undefined) return readCommandLine(desk, command, isPrivate);
  const replied = repliedTo && (await desk.memory.findMeaning(chat.id, repliedTo.message_id));
  const meaning = replied ?? (isPrivate ? await desk.memory.findExpected(chat.id) : undefined);
  if (meaning === undefined && !isPrivate) return { kind: 'not-for-us' };
  if (text === undefined) return { kind: isSomething(message) ? 'not-text' : 'not-for-us' };
  const wasPrompt = replied?.invocation !== undefined && repliedTo !== undefined;
  return {
    kind: 'said',
    action: toAction(text, meaning),
    ...(meaning !== undefined && { meaning }),
    ...(wasPrompt && { spent: { chatId: chat.id, messageId: repliedTo.message_id, isPhoto: false } }),
  };
}

function readCommandLine(
  { commands }: Desk,
  { line, name, rest, addressed }: NonNullable<ReturnType<typeof readCommand>>,
  isPrivate: boolean,
): Said {
  if (addressed === 'theirs') return { kind: 'not-for-us' };
  if (name === 'start') return { kind: 'start', name: rest === '' ? undefined : rest };
  const isKnown = commands.some((command) => command.name === name);
  // In a group an unknown command that names nobody is some other bot's.
  if (!isKnown && !isPrivate && addressed === 'open') return { kind: 'not-for-us' };
  return { kind: 'said', action: { kind: 'text', text: line } };
}

function toAction(text: string, meaning: Meaning | undefined): Action {
  if (meaning?.invocation !== undefined) {
    return { kind: 'invocation', invocation: { ...meaning.invocation, text } };
  }
  return { kind: 'text', text, ...(meaning?.roundId !== undefined && { roundId: meaning.roundId }) };
}

/** Whether a message without words was meant to say something. */
function isSomething(message: Message): boolean {
  const { voice, photo, document, video_note: videoNote, audio } = message;
  return [voice, photo, document, videoNote, audio].some((content) => content !== undefined);
}
