import type { Call } from '../server/read-call.ts';
import type { World } from '../server/world.ts';
import { deleteMessage, editMessageMedia, editMessageText, sendMessage, sendPhoto } from './messages.ts';
import {
  answerCallbackQuery,
  getChat,
  getChatAdministrators,
  getChatMember,
  getMe,
  sendChatAction,
  setMessageReaction,
  setMyCommands,
  setMyText,
} from './others.ts';

/** Does what a call asks and gives its result; throws a `Refusal` in Telegram's words. */
export type MethodOf = (world: World, call: Call) => unknown;

/** The methods the stand-in knows; those about updates live with the server. Any other is "Not Found". */
export const methods: Readonly<Record<string, MethodOf>> = {
  getMe,
  sendMessage,
  sendPhoto,
  editMessageText,
  editMessageMedia,
  deleteMessage,
  answerCallbackQuery,
  sendChatAction,
  setMessageReaction,
  getChat,
  getChatMember,
  getChatAdministrators,
  setMyCommands,
  setMyName: setMyText('name', 64),
  setMyDescription: setMyText('description', 512),
  setMyShortDescription: setMyText('short_description', 120),
};

/** Methods that count against the limits on messages. */
export const countedMethods: ReadonlySet<string> = new Set([
  'sendMessage',
  'sendPhoto',
  'editMessageText',
  'editMessageMedia',
]);
