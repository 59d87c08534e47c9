import type { Call } from '../server/read-call.ts';
import { badRequest } from '../server/refusal.ts';
import { type Json, messageOnWire } from '../server/wire.ts';
import { addMessage, type Chat, type StoredMessage, type World } from '../server/world.ts';
import { readMarkup, readText } from './content.ts';
import { findOwnMessage, findThread, findWritableChat } from './targets.ts';

const textLimit = 4096;
const captionLimit = 1024;
/** Signature of a PNG. */
const pngStart = [0x89, 0x50, 0x4e, 0x47];

export function sendMessage(world: World, { parameters }: Call): Json {
  const content = readText(parameters.text, parameters.parse_mode, textLimit);
  if (content.text === '') throw badRequest('message text is empty');
  return send(world, parameters, content);
}

export function sendPhoto(world: World, { parameters, files }: Call): Json {
  const content = readText(parameters.caption, parameters.parse_mode, captionLimit);
  return send(world, parameters, { ...content, photo: readPhoto(files.get('photo')) });
}

function send(
  world: World,
  parameters: Call['parameters'],
  content: Pick<StoredMessage, 'text' | 'html' | 'entities'> & { readonly photo?: Uint8Array },
): Json {
  const chat = findWritableChat(world, parameters);
  const threadId = findThread(chat, parameters);
  const replyToId = readReplyTo(chat, parameters.reply_parameters);
  const markup = readMarkup(parameters.reply_markup);
  // A reply stays in the thread of what it replies to, also below a channel's post.
  const thread = threadId ?? chat.messages.find(({ id }) => id === replyToId)?.threadId;
  const message = addMessage(world, chat, {
    from: { kind: 'bot' },
    ...content,
    ...(thread !== undefined && { threadId: thread }),
    ...(replyToId !== undefined && { replyToId }),
    ...(markup !== undefined && { markup }),
  });
  return messageOnWire(world, chat, message);
}

function readReplyTo(chat: Chat, given: unknown): number | undefined {
  if (given === undefined) return undefined;
  // The document's ReplyParameters; what is missing in it shows below.
  const { message_id: id, allow_sending_without_reply: isOptional } = given as Json;
  const isThere = chat.messages.some((message) => message.id === id && !message.isDeleted);
  if (!isThere && isOptional !== true) throw badRequest('message to be replied not found');
  return isThere && typeof id === 'number' ? id : undefined;
}

export function editMessageText(world: World, { parameters }: Call): Json {
  const chat = findWritableChat(world, parameters);
  const message = findOwnMessage(chat, parameters, 'edit');
  if (message.photo !== undefined) throw badRequest('there is no text in the message to edit');
  const content = readText(parameters.text, parameters.parse_mode, textLimit);
  if (content.text === '') throw badRequest('message text is empty');
  return change(world, chat, message, content, parameters);
}

export function editMessageMedia(world: World, { parameters, files }: Call): Json {
  const chat = findWritableChat(world, parameters);
  const message = findOwnMessage(chat, parameters, 'edit');
  const { media } = parameters;
  if (typeof media !== 'object' || media === null) throw badRequest("can't parse InputMedia");
  // The document's InputMediaPhoto.
  const { type, media: source, caption, parse_mode: parseMode } = media as Json;
  if (type !== 'photo' || typeof source !== 'string') throw badRequest("can't parse InputMedia");
  const photo = readPhoto(files.get(source.replace(/^attach:\/\//, '')));
  const content = readText(caption, parseMode, captionLimit);
  return change(world, chat, message, { ...content, photo }, parameters);
}

function change(
  world: World,
  chat: Chat,
  message: StoredMessage,
  content: Pick<StoredMessage, 'text' | 'html' | 'entities'> & { readonly photo?: Uint8Array },
  parameters: Call['parameters'],
): Json {
  const markup = readMarkup(parameters.reply_markup);
  const isSame =
    content.html === message.html &&
    content.photo === undefined &&
    JSON.stringify(markup ?? {}) === JSON.stringify(message.markup ?? {});
  if (isSame) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  Object.assign(message, content);
  // Without a keyboard in the call the message has none any more.
  if (markup === undefined) delete message.markup;
  else message.markup = markup;
  return messageOnWire(world, chat, message);
}

export function deleteMessage(world: World, { parameters }: Call): true {
  const chat = findWritableChat(world, parameters);
  findOwnMessage(chat, parameters, 'delete').isDeleted = true;
  return true;
}

function readPhoto(file: Uint8Array | undefined): Uint8Array {
  if (file === undefined) throw badRequest('there is no photo in the request');
  if (!pngStart.every((byte, index) => file[index] === byte)) throw badRequest('IMAGE_PROCESS_FAILED');
  return file;
}
