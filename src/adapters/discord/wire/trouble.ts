import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** What a failed request means for what one wanted. */
export type Trouble =
  /** The interaction's time is over; whoever acted has been told so by Discord. */
  | 'too-late'
  /** Answered before: by an earlier try whose answer was lost, or by another process. */
  | 'acknowledged'
  /** Nobody knows whether it arrived. */
  | 'unsure'
  /** The place or the message is gone or closed to us. */
  | 'refused'
  /** Discord is unwell; worth another try. */
  | 'later'
  /** Our own mistake. */
  | 'fault';

/** Errors of the network below HTTP, after which a request may or may not have been carried out. */
const lostAnswers = new Set(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'UND_ERR_HEADERS_TIMEOUT']);

/** Sorts an error of a request. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof DiscordAPIError) {
    if (error.code === RESTJSONErrorCodes.UnknownInteraction) return 'too-late';
    if (error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return 'acknowledged';
    return [401, 403, 404].includes(error.status) ? 'refused' : 'fault';
  }
  if (error instanceof HTTPError) return 'later';
  const code = codeOf(error);
  if (error instanceof Error && (error.name === 'AbortError' || lostAnswers.has(code))) return 'unsure';
  return code === '' ? 'fault' : 'later';
}

/** Discord's own number for what went wrong. */
export function errorCode(error: unknown): number | undefined {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
